"""A reasoner that a server runs, any that speaks OpenAI's chat protocol and sees images; masks are ours.

address.py says what a server is called, transport.py how bytes come and go, chat.py what is said, frame.py in
which pixels the model counts, reasoner.py puts them together, and kind.py is the engine's record.
"""
