"""AskMap inside QGIS; loads without torch."""
