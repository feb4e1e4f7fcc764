"""Models of others: fetched from a hub, or used where they lie already.

repository.py says what a hub has, pages.py how it is asked, download.py gets one file and fetching.py a whole
model, record.py keeps what came and checks it before it is loaded, places.py finds what is on this computer.
"""
