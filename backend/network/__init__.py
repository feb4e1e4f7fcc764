"""How bytes come over the network: one protocol, whoever is asked for what.

transport.py says what is promised, http_transport.py keeps it with Python's own library and plugin/network/
with QGIS's network manager. access.py is what it takes to get through, redirects.py finds what has moved, and
failures.py says what went wrong.
"""
