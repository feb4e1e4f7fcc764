"""How bytes come over the network: one protocol, whoever is asked for what.

transport.py says what is promised, http_transport.py keeps it with Python's own library, and access.py is
what it takes to get through.
"""
