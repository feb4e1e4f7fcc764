"""Reasoners that a server runs: how one is chosen, its key, and the user's word before pixels leave.

What is said to a server is in backend/remote/.
"""
