"""Coordinate systems of every kind that a raster may lie in, as GDAL reads them."""

from __future__ import annotations

MOON = (
    'GEOGCS["Moon 2000",DATUM["D_Moon_2000",SPHEROID["Moon_2000_IAU_IAG",1737400.0,0.0]],'
    'PRIMEM["Greenwich",0],UNIT["Decimal_Degree",0.0174532925199433]]'
)
MARS = (
    'PROJCS["Equirectangular Mars",GEOGCS["GCS_Mars",DATUM["D_Mars",SPHEROID["Mars",3396190,0]],'
    'PRIMEM["Reference_Meridian",0],UNIT["degree",0.0174532925199433]],PROJECTION["Equirectangular"],'
    'PARAMETER["standard_parallel_1",0],PARAMETER["central_meridian",0],PARAMETER["false_easting",0],'
    'PARAMETER["false_northing",0],UNIT["metre",1]]'
)
SITE = 'LOCAL_CS["site grid",UNIT["metre",1]]'
SITE_IN_FEET = 'LOCAL_CS["site grid",UNIT["foot",0.3048]]'
WORKS = (
    'ENGCRS["works",EDATUM["gate"],CS[Cartesian,2],AXIS["(X)",east,ORDER[1],LENGTHUNIT["metre",1]],'
    'AXIS["(Y)",north,ORDER[2],LENGTHUNIT["metre",1]]]'
)
ROTATED = "+proj=ob_tran +o_proj=longlat +o_lon_p=-162 +o_lat_p=39.25 +lon_0=180 +to_meter=0.0174532925199433"

WORLDS = {
    "moon": MOON,
    "mars": MARS,
    "moon of iau": "IAU_2015:30100",
    "site": SITE,
    "site in feet": SITE_IN_FEET,
    "works": WORKS,
    "rotated pole": ROTATED,
    "degrees": "EPSG:4326",
    "grads": "EPSG:4807",
    "metres, on grads": "EPSG:27572",
    "us feet": "EPSG:2263",
    "mercator": "EPSG:3857",
    "north pole": "EPSG:3413",
    "with heights": "EPSG:7405",
}
EARTHLESS = ("moon", "mars", "moon of iau", "site", "site in feet", "works")
