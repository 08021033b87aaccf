"""Who answers for the words: quotations, speakers, report verbs."""
