"""The network as QGIS knows it: its Transport, its keys, and what another program has to be told of it."""
