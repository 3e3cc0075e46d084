"""Sanctions lists in their publishers' formats, screening against them, listed owners."""
