"""Chains: who passes on whose words, and what is quoted within what somebody says."""
