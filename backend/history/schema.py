"""The tables of a history, which together are a GeoPackage (OGC 12-128r18), in SQL.

`record` is what AskMap reads back; the other columns say the same to people and to other programs.
"""

from __future__ import annotations

import struct
from sqlite3 import Connection

VERSION = 1  # of these tables; a newer AskMap may have a higher one

_APPLICATION_ID = 0x47504B47  # «GPKG»
_GEOPACKAGE_VERSION = 10200  # 1.2, which every QGIS since 3.0 reads and writes
_WGS84 = 4326
_WGS84_WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],'
    'AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)

PUT_QUESTION = """
    INSERT OR REPLACE INTO questions (
        geom, entry, created, question, outcome, fault, thought, answer, source, reasoner, reasoner_digest,
        segmenter, segmenter_digest, device, seed, version, settings, times_s, warnings, follows, changed,
        record)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
PUT_FINDING = """
    INSERT OR REPLACE INTO targets (
        entry, number, label, state, note, score, made, span, box, points, negatives, outline, record)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
PUT_SCENE = """
    INSERT INTO pictures (entry, scene, scene_record) VALUES (?, ?, ?)
    ON CONFLICT (entry) DO UPDATE SET scene = excluded.scene, scene_record = excluded.scene_record"""
PUT_SEEN = """
    INSERT INTO pictures (entry, seen) VALUES (?, ?)
    ON CONFLICT (entry) DO UPDATE SET seen = excluded.seen"""
DELETE = (
    "DELETE FROM questions WHERE entry = ?",
    "DELETE FROM targets WHERE entry = ?",
    "DELETE FROM pictures WHERE entry = ?",
)
_LISTED = """
    SELECT entry, created, question, outcome, fault, source, reasoner, follows,
        (SELECT count(*) FROM targets WHERE targets.entry = questions.entry),
        CASE WHEN fault <> '' THEN record END
    FROM questions
    WHERE has_words(CAST(question AS BLOB), CAST(thought AS BLOB), CAST(source AS BLOB), CAST((
        SELECT group_concat(ifnull(label, '') || ' ' || ifnull(note, ''), ' ')
        FROM targets WHERE targets.entry = questions.entry) AS BLOB))"""
HEADINGS = f"{_LISTED} ORDER BY created DESC, fid DESC"
HEADING = f"{_LISTED} AND entry = ?"
PICTURE_SIZES = """
    SELECT entry, ifnull(length(scene), 0) + ifnull(length(seen), 0)
    FROM questions JOIN pictures USING (entry)
    ORDER BY created DESC, questions.fid DESC"""
DELETE_PICTURES = "DELETE FROM pictures WHERE entry = ?"
RESTORE_PICTURES = """
    INSERT OR IGNORE INTO main.pictures (entry, scene, scene_record, seen)
    SELECT entry, scene, scene_record, seen FROM other.pictures
    WHERE entry IN (SELECT entry FROM main.questions)"""
RECENT = """
    SELECT question FROM questions GROUP BY question ORDER BY max(created) DESC, max(fid) DESC LIMIT ?"""
NEWER = """
    SELECT entry FROM other.questions AS theirs
    WHERE NOT EXISTS (
        SELECT 1 FROM main.questions AS ours
        WHERE ours.entry = theirs.entry AND ours.changed >= theirs.changed)"""
COPY = (
    """
    INSERT INTO main.questions (
        geom, entry, created, question, outcome, fault, thought, answer, source, reasoner, reasoner_digest,
        segmenter, segmenter_digest, device, seed, version, settings, times_s, warnings, follows, changed,
        record)
    SELECT
        geom, entry, created, question, outcome, fault, thought, answer, source, reasoner, reasoner_digest,
        segmenter, segmenter_digest, device, seed, version, settings, times_s, warnings, follows, changed,
        record
    FROM other.questions WHERE entry = ?""",
    """
    INSERT INTO main.targets (
        entry, number, label, state, note, score, made, span, box, points, negatives, outline, record)
    SELECT entry, number, label, state, note, score, made, span, box, points, negatives, outline, record
    FROM other.targets WHERE entry = ?""",
    """
    INSERT INTO main.pictures (entry, scene, scene_record, seen)
    SELECT entry, scene, scene_record, seen FROM other.pictures WHERE entry = ?""",
)

COLUMNS = {  # what is read and written, by table
    "questions": (
        "fid", "geom", "entry", "created", "question", "outcome", "fault", "thought", "answer", "source",
        "reasoner", "reasoner_digest", "segmenter", "segmenter_digest", "device", "seed", "version",
        "settings", "times_s", "warnings", "follows", "changed", "record",
    ),
    "targets": (
        "entry", "number", "label", "state", "note", "score", "made", "span", "box", "points", "negatives",
        "outline", "record",
    ),
    "pictures": ("entry", "scene", "scene_record", "seen"),
    "askmap_history": ("version",),
    "gpkg_contents": ("table_name", "data_type", "identifier", "last_change"),
}  # fmt: skip
UNIQUE = (("entry",), ("entry", "number"), ("table_name",), ("identifier",))

_TABLES = (
    """CREATE TABLE gpkg_spatial_ref_sys (
        srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
        organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)""",
    """CREATE TABLE gpkg_contents (
        table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
        description TEXT DEFAULT '',
        last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
        min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""",
    """CREATE TABLE gpkg_geometry_columns (
        table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
        srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
        CONSTRAINT uk_gc_table_name UNIQUE (table_name),
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""",
    """CREATE TABLE questions (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POLYGON, entry TEXT NOT NULL UNIQUE,
        created TEXT NOT NULL, question TEXT NOT NULL, outcome TEXT NOT NULL, fault TEXT, thought TEXT,
        answer TEXT, source TEXT, reasoner TEXT, reasoner_digest TEXT, segmenter TEXT,
        segmenter_digest TEXT, device TEXT, seed TEXT, version TEXT, settings TEXT, times_s TEXT,
        warnings TEXT, follows TEXT, changed TEXT NOT NULL, record TEXT NOT NULL)""",
    """CREATE TABLE targets (
        fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, entry TEXT NOT NULL, number INTEGER NOT NULL,
        label TEXT, state TEXT NOT NULL, note TEXT, score REAL, made TEXT, span TEXT, box TEXT,
        points TEXT, negatives TEXT, outline BLOB, record TEXT NOT NULL, UNIQUE (entry, number))""",
    "CREATE TABLE pictures (entry TEXT PRIMARY KEY NOT NULL, scene BLOB, scene_record TEXT, seen BLOB)",
    "CREATE TABLE askmap_history (version INTEGER NOT NULL)",
)

_SYSTEMS = (
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian coordinate system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate system"),
    ("WGS 84 geodetic", _WGS84, "EPSG", _WGS84, _WGS84_WKT, "longitude and latitude in degrees"),
)
_CONTENTS = (
    ("questions", "features", "questions", "What was asked, with the edge of what was looked at", _WGS84),
    ("targets", "attributes", "targets", "What was found; outlines are WKB in the question's own CRS", None),
)


def version_of(connection: Connection) -> int | None:
    """Of the history that is there: 0 in an empty file, None where something else is."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "askmap_history" not in tables:
        return None if tables else 0
    (version,) = connection.execute("SELECT max(version) FROM askmap_history").fetchone()
    return version if isinstance(version, int) and version > 0 else None


def create(connection: Connection) -> None:
    """In an empty file, inside the caller's transaction."""
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {_GEOPACKAGE_VERSION}")
    for table in _TABLES:
        connection.execute(table)
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", _SYSTEMS)
    contents = "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
    connection.executemany(f"{contents} VALUES (?, ?, ?, ?, ?)", _CONTENTS)
    row = ("questions", "geom", "POLYGON", _WGS84, 0, 0)
    connection.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.execute("INSERT INTO askmap_history VALUES (?)", (VERSION,))


def geometry_blob(wkb: bytes | None) -> bytes | None:
    """GeoPackage's header (version 1, little-endian, no envelope) before WKB."""
    return struct.pack("<2sBBi", b"GP", 0, 1, _WGS84) + wkb if wkb else None
