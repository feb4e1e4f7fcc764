"""Typical sizes of well-known objects, by their names in the languages of the plugin.

Typical sizes, from general knowledge: the length of a vehicle, the width of a road, the crown of a tree. A
longer word hides a shorter one inside of it, so that «car park» is no car. Left out is what questions name
without meaning it: in «where do people live?» nobody asks for people.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SIZES_M: tuple[tuple[float, dict[str, str]], ...] = (
    (
        0.5,
        {
            "en": "pedestrian,pedestrians",
            "de": "Fußgänger",
            "fr": "piéton,piétons",
            "es": "peatón,peatones",
            "pt": "pedestre,pedestres,peão,peões",
            "zh": "行人",
        },
    ),
    (
        1.7,
        {
            "en": "solar panel,solar panels",
            "de": "Solarmodul,Solarmodule,Solarpanel,Solarpanels",
            "fr": "panneau solaire,panneaux solaires",
            "es": "panel solar,paneles solares",
            "pt": "painel solar,painéis solares",
            "zh": "太阳能板,太阳能电池板",
        },
    ),
    (
        2.0,
        {
            "en": "footpath,footpaths,trail,trails",
            "de": "Fußweg,Fußwege,Pfad,Pfade",
            "fr": "sentier,sentiers",
            "es": "sendero,senderos",
            "pt": "trilha,trilhas,trilho,trilhos",
            "zh": "小路,小径",
        },
    ),
    (
        2.5,
        {
            "en": "cow,cows,cattle,horse,horses",
            "de": "Kuh,Kühe,Pferd,Pferde",
            "fr": "vache,vaches,cheval,chevaux",
            "es": "vaca,vacas,caballo,caballos",
            "pt": "vaca,vacas,cavalo,cavalos",
            "zh": "奶牛,马匹",
        },
    ),
    (
        4.5,
        {
            "en": "car,cars,vehicle,vehicles,van,vans,taxi,taxis",
            "de": "Auto,Autos,PKW,Fahrzeug,Fahrzeuge,Wagen,Taxi,Taxis",
            "fr": "voiture,voitures,véhicule,véhicules,taxi,taxis",
            "es": "coche,coches,carro,carros,auto,autos,automóvil,automóviles,vehículo,vehículos,taxi,taxis",
            "pt": "carro,carros,automóvel,automóveis,veículo,veículos,táxi,táxis",
            "zh": "汽车,轿车,车辆,出租车",
        },
    ),
    (
        5.0,
        {
            "en": "tree,trees,parking space,parking spaces",
            "de": "Baum,Bäume,Stellplatz,Stellplätze",
            "fr": "arbre,arbres,place de parking,places de parking",
            "es": "árbol,árboles,plaza de aparcamiento,plazas de aparcamiento",
            "pt": "árvore,árvores,vaga de estacionamento,vagas de estacionamento",
            "zh": "树木,大树,停车位",
        },
    ),
    (
        7.0,
        {
            "en": "road,roads,street,streets",
            "de": "Straße,Straßen,Strasse,Strassen",
            "fr": "route,routes,rue,rues",
            "es": "carretera,carreteras,calle,calles",
            "pt": "estrada,estradas,rua,ruas",
            "zh": "道路,公路,街道",
        },
    ),
    (
        10.0,
        {
            "en": "house,houses,boat,boats,swimming pool,swimming pools,pool,pools,truck,trucks",
            "de": "Haus,Häuser,Boot,Boote,Schwimmbecken,Pool,Pools,Lastwagen,LKW",
            "fr": "maison,maisons,bateau,bateaux,piscine,piscines,camion,camions",
            "es": "casa,casas,barca,barcas,bote,botes,piscina,piscinas,camión,camiones",
            "pt": "casa,casas,bote,botes,barco,barcos,piscina,piscinas,caminhão,caminhões,camião,camiões",
            "zh": "房屋,房子,小船,游泳池,泳池,卡车,货车",
        },
    ),
    (
        12.0,
        {
            "en": "bus,buses,container,containers",
            "de": "Bus,Busse,Container",
            "fr": "bus,conteneur,conteneurs",
            "es": "autobús,autobuses,contenedor,contenedores",
            "pt": "ônibus,autocarro,autocarros,contêiner,contêineres",
            "zh": "公交车,巴士,集装箱",
        },
    ),
    (
        15.0,
        {
            "en": "building,buildings",
            "de": "Gebäude",
            "fr": "bâtiment,bâtiments",
            "es": "edificio,edificios",
            "pt": "edifício,edifícios,prédio,prédios",
            "zh": "建筑物,建筑,楼房",
        },
    ),
    (
        20.0,
        {
            "en": "helipad,helipads,storage tank,storage tanks",
            "de": "Hubschrauberlandeplatz,Tank,Tanks",
            "fr": "héliport,héliports,hélistation,réservoir,réservoirs",
            "es": "helipuerto,helipuertos,tanque,tanques",
            "pt": "heliporto,heliportos,tanque,tanques",
            "zh": "停机坪,储罐,油罐",
        },
    ),
    (
        24.0,
        {
            "en": "tennis court,tennis courts,basketball court,basketball courts",
            "de": "Tennisplatz,Tennisplätze,Basketballplatz,Basketballplätze",
            "fr": "court de tennis,courts de tennis,terrain de basket,terrains de basket",
            "es": "pista de tenis,pistas de tenis,cancha de tenis,canchas de tenis",
            "pt": "quadra de tênis,quadras de tênis,campo de ténis,campos de ténis",
            "zh": "网球场,篮球场",
        },
    ),
    (
        30.0,
        {
            "en": "airplane,airplanes,aeroplane,aeroplanes,aircraft,plane,planes",
            "de": "Flugzeug,Flugzeuge",
            "fr": "avion,avions",
            "es": "avión,aviones",
            "pt": "avião,aviões",
            "zh": "飞机",
        },
    ),
    (
        40.0,
        {
            "en": "ship,ships,roundabout,roundabouts,greenhouse,greenhouses",
            "de": "Schiff,Schiffe,Kreisverkehr,Kreisverkehre,Gewächshaus,Gewächshäuser",
            "fr": "navire,navires,rond-point,ronds-points,serre,serres",
            "es": "barco,barcos,buque,buques,rotonda,rotondas,invernadero,invernaderos",
            "pt": "navio,navios,rotatória,rotatórias,rotunda,rotundas,estufa,estufas",
            "zh": "船舶,轮船,温室,环岛",
        },
    ),
    (
        60.0,
        {
            "en": "car park,car parks,parking lot,parking lots",
            "de": "Parkplatz,Parkplätze",
            "fr": "parking,parkings",
            "es": "aparcamiento,aparcamientos,estacionamiento,estacionamientos",
            "pt": "estacionamento,estacionamentos",
            "zh": "停车场",
        },
    ),
    (
        100.0,
        {
            "en": "football pitch,football pitches,football field,football fields,soccer field,soccer fields",
            "de": "Fußballplatz,Fußballplätze,Fußballfeld,Fußballfelder",
            "fr": "terrain de football,terrains de football",
            "es": "campo de fútbol,campos de fútbol",
            "pt": "campo de futebol,campos de futebol",
            "zh": "足球场",
        },
    ),
)

# A language is recognised by its small words: «car» is French for «because»
_SMALL_WORDS = {
    "en": "the is are where which what could would can show find all of and me there any",
    "de": "der die das den dem ist sind wo welche welcher wie ein eine und zeige finde alle gibt hier",
    "fr": "le la les des est sont où quel quelle quels quelles une du et montre trouve tous toutes",
    "es": "el la los las son dónde donde qué cuál cuáles una del y muestra todos todas hay están está",
    "pt": "o os as é são onde qual quais uma do da dos das e mostre todos todas há estão está",
}


class Named(NamedTuple):
    """A kind of object that a question names: the word, and the typical size."""

    word: str
    size_m: float


def named_in(question: str) -> list[Named]:
    """In the order of the question."""
    languages = (*_languages_of(question), "zh")
    size_of = {
        word.lower(): size
        for size, words in _SIZES_M
        for lang in languages
        for word in words[lang].split(",")
    }
    longest_first = sorted(size_of, key=len, reverse=True)
    found = re.finditer("|".join(map(_pattern, longest_first)), question, re.IGNORECASE)
    return [Named(hit.group(), size_of[hit.group().lower()]) for hit in found]


def _languages_of(question: str) -> list[str]:
    """The likeliest ones; all of them where none can be recognised."""
    words = re.findall(r"\w+", question.lower())
    hits = {lang: sum(word in small.split() for word in words) for lang, small in _SMALL_WORDS.items()}
    return [lang for lang, count in hits.items() if count == max(hits.values())]


def _pattern(word: str) -> str:
    """Matches whole words, in scripts that separate words."""
    return rf"(?<!\w){re.escape(word)}(?!\w)" if word.isascii() or word[0] < "\u2e80" else re.escape(word)
