from __future__ import annotations

from askmap.backend.models import system_memory


def test_free_memory_is_a_part_of_all():
    free, everything = system_memory.free_here(), system_memory.all_here()
    assert (free is None) == (everything is None) == (not system_memory.MEMINFO.is_file())
    assert free is None or 2**20 < free < everything


def test_where_a_system_does_not_say_nobody_knows(monkeypatch, tmp_path):
    monkeypatch.setattr(system_memory, "MEMINFO", tmp_path / "meminfo")
    assert system_memory.all_here() is None
    (tmp_path / "meminfo").write_text("MemTotal: 2 kB\n")
    assert (system_memory.all_here(), system_memory.free_here()) == (2048, None)
