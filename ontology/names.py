"""One constant for each RDF term in use, named as its CURIE: ``names.eli_title`` is ``eli:title``.

Plain strings, so that importing costs nothing. :data:`BASE` is the one place that says where the
things and terms of zhengmai live; the Turtle files of this package are relative to it.
"""

from __future__ import annotations

from typing import Final

BASE: Final = "https://w3id.org/zhengmai/"
ID: Final = BASE + "id/"
ZM: Final = BASE + "ontology#"

ADMS: Final = "http://www.w3.org/ns/adms#"
CNT: Final = "http://www.w3.org/2011/content#"
DCT: Final = "http://purl.org/dc/terms/"
DPV: Final = "https://w3id.org/dpv#"
ELI: Final = "http://data.europa.eu/eli/ontology#"
M8G: Final = "http://data.europa.eu/m8g/"
OA: Final = "http://www.w3.org/ns/oa#"
ODRL: Final = "http://www.w3.org/ns/odrl/2/"
ORG: Final = "http://www.w3.org/ns/org#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
PROV: Final = "http://www.w3.org/ns/prov#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SH: Final = "http://www.w3.org/ns/shacl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
TIME: Final = "http://www.w3.org/2006/time#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

skos_altLabel: Final = SKOS + "altLabel"
skos_broader: Final = SKOS + "broader"
skos_Concept: Final = SKOS + "Concept"
skos_hiddenLabel: Final = SKOS + "hiddenLabel"
skos_member: Final = SKOS + "member"
skos_notation: Final = SKOS + "notation"
skos_prefLabel: Final = SKOS + "prefLabel"
rdf_type: Final = RDF + "type"
