"""A reasoner that a server runs, any that speaks OpenAI's chat protocol and sees images; masks are ours.

address.py says what a server is called, chat.py what is said (bytes come and go through ../network/),
frame.py in which pixels the model counts, and reasoner.py puts them together; the engine's record is
engine/server_kind.py.
"""
