"""AskMap in QGIS's Processing toolbox: batch, models and qgis_process."""
