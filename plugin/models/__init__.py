"""The models that the user has or can have: shown, fetched, checked, chosen and deleted.

What a hub has and what lies on this disk is found out in backend/hub/.
"""
