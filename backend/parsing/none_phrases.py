"""Whether a model says in words that what was asked for is not there.

Read in the languages of the plugin, and in some that models fall into. To know whether it says so, only the
answer is looked at, never the thought, and only one that holds no places: the caller knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from .thought import sentences

MAX_CHARS = 400  # of a sentence or two: a whole page that does not see something is no answer

_SEEN = r"(?:visible|present|found|detected|identified|shown|seen|depicted|there|here|in (?:the|this) \w+)"
_FIND = r"(?:find|found|see|seen|detect|detected|locate|located|identify|identified|spot|spotted)"
_OTHER = r"(?! (?:any )?(?:other|more|further|doubt|need|problem|reason|\w{1,20}er (?:one|than))\b)"
_FROM = r"(?! (?:from|through|behind|under|because|anymore)\b)"  # «not visible from the road»
# What an answer begins with that holds nothing else, also in a list and as a label
_FIRST = re.compile(
    r"\W{0,9}(?:none(?! other\b)|null|nil|n/a|nothing|empty(?! \w)|zero(?!-)|0 [^\W\d]+\W{0,3}\Z|absente?|"
    r"not (?:found|present|visible|detected|applicable|in the (?:image|picture))|"
    r"non trouvée?|introuvable|inexistente|não encontrad[oa]s?|nicht (?:gefunden|vorhanden|sichtbar)|"
    r"no(?!\. ?\d| (?:doubt|problem|worries|matter|other|\w{1,40} (?:is|are) \w{1,20}er\b))|"
    r"there (?:is|are) no(?:ne|thing)?(?! doubt\b)|"
    r"(?:keine?[ns]?|nichts)(?! zweifel)|(?:aucune?|rien|pas de)(?! doute)|"
    r"ning[uú]n[ao]?|"
    r"nada|sin(?! (?:embargo|duda))|nenhuma?|sem(?! d[uú]vida)|nessun[oa]?|niente|geen|"
    r"无(?!人机|疑)|空(?!地)|没有(?!疑问|问题)|不存在|未发现|未找到|нет|なし|없음)(?![a-z])",
    re.IGNORECASE,
)
_PHRASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            rf"\b(?:is|are|was|were)(?: not|n['’]t) (?:any|a single|{_SEEN})\b{_FROM}",
            r"\bnot (?:found|present|visible|detected)\W{0,3}\Z",
            r"[:=] ?(?:none|no|keine?|aucune?|ningun[oa]|nenhuma?)\W{0,3}\Z",
            r"\b(?:don['’]t|do not) (?:think|believe) (?:that )?there (?:is|are)\b",
            r"\b(?:image|picture|photo|scene|view|map|area) (?:has|holds) no\b",
            rf"\b(?:cannot|can not|can['’]t|could not|couldn['’]t|did not|didn['’]t|do not|don['’]t|"
            rf"unable to|not possible to|impossible to|failed to) (?:be )?{_FIND}\b{_OTHER}",
            r"\b(?:does|do|did)(?: not|n['’]t) (?:contain|show|have|include|exist|appear|depict)\b",
            rf"\b(?:there (?:is|are|was|were)|there['’]s|i (?:see|found|find|can see)|contains|shows) "
            rf"(?:no(?:ne|thing)?|zero)\b{_OTHER}",
            rf"\bno \w[\w -]{{0,60}} (?:(?:is|are|was|were|can be|could be) )?{_SEEN}\b",
            rf"\bnothing (?:matches|fits|{_SEEN})\b",
            r"\b(?:is|are) (?:absent|missing|none|neither)\b",
            r"\b(?:does|do|did)(?: not|n['’]t) seem to be (?:any|a)\b",
        ),
        "de": (
            r"\b(?:keine?[nrsm]?|nichts)\b[^,]{0,80}\b(?:zu (?:sehen|finden|erkennen)|sichtbar|vorhanden|"
            r"gefunden|erkennbar|finden|sehen|erkennen|entdecken|im bild|auf dem bild)\b",
            r"\b(?:gibt es|es gibt|enthält|zeigt|sehe ich|ich sehe|finde ich|ich finde|sind|ist|"
            r"befinde[nt] sich|liegen|liegt) "
            r"(?:hier |da |dort |im bild |auf dem bild )?(?:keine?[nrsm]?|nichts)\b(?! zweifel)",
            r"\bexistier(?:t|en) nicht\b",
            r"\bnicht (?:vorhanden|sichtbar|zu (?:sehen|finden|erkennen)|erkennbar|gefunden|enthalten|"
            r"im bild|auf dem bild)\b",
        ),
        "fr": (
            r"\b(?:il n['’]y (?:en )?a|on ne voit|je ne (?:vois|trouve|détecte|distingue)|ne (?:contient|"
            r"montre|présente)) (?:pas|aucun|rien|plus)(?! de doute)",
            r"\baucune?\b",
            r"\b(?:n['’](?:est|existe|apparaît) pas|ne sont pas (?:visible|présent)|ne se trouve pas)",
            r"\bje (?:n['’]ai (?:pas|rien) (?:trouvé|vu|pu)|ne peux pas (?:trouver|voir|localiser))\b",
        ),
        "es": (
            r"\bno (?:hay|existen?|aparecen?|contiene|muestra|veo|encuentro|encontré|puedo (?:encontrar|ver|"
            r"localizar)|están? (?:presente|visible|en la imagen)|es visible|son visibles|se (?:ven?|"
            r"observan?|encuentran?|encontr|aprecian?|detectan?|distinguen?))",
            r"\bning[uú]n[ao]?\b",
        ),
        "pt": (
            r"\bnão (?:há|existem?|aparecem?|contém|mostra|vejo|encontr|consigo|est(?:á|ão) (?:presente|"
            r"visíve|na imagem)|é visível|são visíveis|foi encontrad|foram encontrad|foi possível|se v)",
            r"\bnenhuma?\b",
        ),
        "zh": (
            r"^[^,，;；。]{0,30}(?:没有(?!疑问|问题)|未(?:能)?(?:发现|找到|见|检测到|识别|看到)|不存在|不包含|不含|不可见|不在(?:图|画|影)|没看到|没找到|"
            r"[找看见]不到|无法(?:找到|看到|识别|定位)|无(?:此|该|任何|目标|相关|符合))",
        ),
        "it": (r"\bnon (?:ci sono|c['’]è|vedo|trovo|è (?:visibile|presente))\b", r"\bnessun[oa]?\b"),
        "nl": (r"\b(?:zijn|is) geen\b", r"\bniet (?:zichtbaar|aanwezig|te zien)\b"),
        "ru": (r"\b(?:нет|не (?:видно|найден|обнаружен|вижу)|отсутству)",),
        "ja": (r"ありません|見当たりません|見つかりません|見えません|存在しません",),
        "ko": (r"없습니다|보이지 않",),
    }
)
_ABSENT = re.compile("|".join(phrase for phrases in _PHRASES.values() for phrase in phrases), re.IGNORECASE)
# «…, but there are two boats»: then something is there
_BUT = re.compile(
    r"(?:\b(?:but|however|except|only|aber|jedoch|sondern|nur|außer|mais|sauf|pero|sino|excepto|mas|porém|"
    r"exceto|ma|maar)\b|但|不过|只有|除了)([^.!?。！？\n]*)",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:there (?:is|are)|there['’]s|i (?:see|found|can see)|one|two|three|four|five|several|some|a few|"
    r"an?|\d+|gibt|sehe|eine?[nrsm]?|zwei|drei|einige|mehrere|il y a|une?|deux|trois|quelques|hay|un[oa]s?|"
    r"dos|tres|algun[oa]s|há|uma?|dois|duas|alguns|algumas|due|tre|een|twee)\b|有|[一二两三四五]",
    re.IGNORECASE,
)


def says_none(text: str) -> bool:
    """«None», «There are no ships», «图中没有船»; not «There are no ships, but two boats»."""
    text = text.strip()
    if _contradicts(text[:MAX_CHARS]):
        return False
    if _FIRST.match(text):
        return True
    return len(text) <= MAX_CHARS and _ABSENT.search(text) is not None


def why_none(thought: str) -> str:
    """The model's own words for it: the sentences that say so, else the last one; "" where it wrote none."""
    texts = [thought[start:end].strip() for start, end in sentences(thought)]
    words = " ".join([text for text in texts if says_none(text)] or texts[-1:])
    return words if len(words) <= MAX_CHARS else f"{words[:MAX_CHARS].rstrip()}…"


def _contradicts(text: str) -> bool:
    rests = (but[1] for but in _BUT.finditer(text))
    return any(_THERE.search(rest) and not _ABSENT.search(rest) for rest in rests)
