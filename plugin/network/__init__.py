"""Bytes through QGIS's network manager: its proxy with a password, its certificates, its authentication."""
