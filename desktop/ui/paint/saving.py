"""Charts as files: SVG with real text, PNG at twice the logical size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop.ui.paint.legend import TitledChart, draw_titled_chart, titled_height
from desktop.ui.palettes import Palette

WIDTH_PX, PNG_RATIO = 720, 2
_PIXELS_AN_INCH = 96


def save_chart(path: Path, chart: TitledChart, palette: Palette) -> bool:
    """Write a chart to a file, SVG or PNG by its suffix; say whether it could be written."""
    size = QSize(WIDTH_PX, round(titled_height(chart)))
    save = save_svg if path.suffix.lower() == ".svg" else save_png
    return save(path, chart, size, palette)


def save_svg(path: Path, chart: TitledChart, size: QSize, palette: Palette) -> bool:
    """Write a chart as an SVG; its words stay words. Say whether it could be written."""
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setResolution(_PIXELS_AN_INCH)
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(chart.title)
    generator.setDescription(chart.subtitle)
    painter = QPainter()
    if not painter.begin(generator):
        return False
    draw_titled_chart(painter, QRectF(0, 0, size.width(), size.height()), chart, palette)
    return painter.end()


def save_png(path: Path, chart: TitledChart, size: QSize, palette: Palette) -> bool:
    """Write a chart as a PNG at twice its size. Say whether it could be written."""
    return QImageWriter(str(path), b"png").write(chart_image(chart, QSizeF(size), palette))


def chart_image(chart: TitledChart, size: QSizeF, palette: Palette) -> QImage:
    """Return a chart as a picture at twice its size."""
    image = QImage((size * PNG_RATIO).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(PNG_RATIO)
    painter = QPainter(image)
    draw_titled_chart(painter, QRectF(0, 0, size.width(), size.height()), chart, palette)
    painter.end()
    return image
