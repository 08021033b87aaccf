"""What each outlet of an event stresses: rates by voice, ranks and findings."""
