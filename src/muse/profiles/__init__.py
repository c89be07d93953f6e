"""Scenario-grounded user profiles: persona, reason, plausibility, scenario, de-duplication."""
