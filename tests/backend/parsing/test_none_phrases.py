"""«There are none», as models say it in many words, and what only sounds like it."""

from __future__ import annotations

import pytest
from askmap.backend.parsing.none_phrases import MAX_CHARS, says_none, why_none

NONE = """
None. | null | N/A | Not found | empty | no target. | No.
There are no ships in this image. | There aren't any ships here. | There is nothing like that in the image.
No ships are visible. | No runway can be seen. | I looked everywhere. No runway can be seen.
The target is not present in the image. | The object you describe isn't in the picture. | It does not exist.
I cannot find any ships. | I'm sorry, but I can't find any ships. | I could not locate the runway.
The image does not contain a runway. | The runway cannot be found. | The requested object is absent.
Es gibt keine Schiffe im Bild. | Hier gibt es keine Schwimmbäder. | Auf dem Bild sind keine Schiffe zu sehen.
Ich kann keine Landebahn finden. | Das Ziel ist nicht vorhanden. | Keine | Schiffe sind nicht zu erkennen.
Il n'y a pas de bateaux. | Il n’y a aucun bateau. | Aucun bateau n'est visible. | Je ne vois pas de bateau.
L'image ne contient pas de piste. | Pas de bateau. | Je n'ai pas trouvé de bateau.
No hay barcos en la imagen. | En esta imagen no hay piscinas. | No se observan barcos. | Ningún barco.
Não há navios na imagem. | Nenhum navio visível. | A imagem não contém uma pista. | Não encontrei navios.
图中没有船。 | 该图像中不存在船只。 | 未发现目标。 | 图像中未找到跑道 | 无 | 找不到任何船只。
Target not found | not visible | Ships: none | The answer is: none | This image has no ships. | Absent
I don't think there are any ships. | It is not possible to find a runway. | Im Bild liegen keine Schiffe
Der gesuchte Bereich existiert nicht. | Introuvable | Il n'y en a pas. | Não foi possível encontrar navios.
该目标不在图中。 | 空 | 图像里并没有游泳池 | 这里没有任何东西符合。 | No se ha encontrado ningún barco
There do not seem to be any bridges. | There are neither ships nor boats. | 0 ships.
There are no ships, but I looked everywhere. | No ships, but there is no runway either.
Non ci sono navi. | Er is geen schip. | ありません
"""
SOMETHING = """
There are no ships, but two boats. | Es gibt keine Schiffe, aber zwei Boote. | 图中没有船，但有两艘小艇。
Il n'y a pas de bateaux, mais il y a deux barques. | No hay barcos, pero hay dos botes.
No doubt the ship is at the pier. | There is no doubt: the ship lies at the pier. | No problem, it is north.
The lake lies in the north; there is no other. | There is a ship. I cannot find any other ships.
The house without a roof. | The building with no windows. | Two ships, one not clearly visible.
None other than the lake in the middle. | The northernmost one, there is no larger one.
The house is not visible from the road. | Nicht das Dach, sondern der See. | Le lac, pas la rivière.
The field has no trees. | The car that is not moving. | El lago, no el río. | 左上角的湖，不是河流。
图中有两艘船，没有飞机。 | north-east | Northern part | Notice the ship. | Nordosten | A lake. | Nokia
No. 5 pier is where the ships are. | No building is taller than this one: the tower. | Empty lot in the north.
Es gibt keinen Zweifel: das Schiff liegt am Kai. | Il n'y a pas de doute, le navire est au quai.
Sin duda, el barco está en el muelle. | Sin embargo, el barco está allí. | Sem dúvida, o navio está no cais.
没有疑问，船在左上角。 | 无人机停在左上角。 | 空地在左上角。 | Zero-emission bus at the stop in the south.
"""


def each(lines: str) -> list[str]:
    return [sentence.strip() for line in lines.strip().splitlines() for sentence in line.split("|")]


@pytest.mark.parametrize("sentence", each(NONE))
def test_nothing_found_is_heard(sentence):
    assert says_none(sentence)


@pytest.mark.parametrize("sentence", each(SOMETHING))
def test_what_names_something_is_not_taken_for_nothing(sentence):
    assert not says_none(sentence)


@pytest.mark.parametrize(
    ("thought", "why"),
    [
        (
            "I looked at the coast. There is no beach here, only rocks. So I stop.",
            "There is no beach here, only rocks.",
        ),
        ("A road crosses the view.\nThe rest is forest.", "The rest is forest."),
        ("  \n", ""),
    ],
)
def test_why_nothing_answers_is_in_the_models_own_words(thought, why):
    assert why_none(thought) == why


def test_the_words_of_a_model_that_never_ends_are_cut():
    assert why_none("word " * 1000).endswith("word…")
    assert len(why_none("word " * 1000)) <= MAX_CHARS + 1
