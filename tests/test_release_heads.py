"""The heads of releases as governments write them: which day, place and headline are read from each.

``@T`` stands for the headline and ``@B`` for the body of a release, whose own dates are those of what it tells.
"""

import datetime as dt
from pathlib import Path

import pytest

from extract.readers import read

HEADLINE = "Entregan 350 apoyos a familias"
BODY = (
    "La Secretaría de Bienestar entregó 350 apoyos a familias de la zona norte, informó su titular.\n\n"
    "El próximo 5 de agosto de 2025 se abrirá la segunda etapa, en la que participarán 40 personas.\n\n"
) + "\n\n".join(f"La brigada número {number} atendió a {7 * number} vecinos." for number in range(2, 14))

DATED = [
    ("@T\n\nToluca, Estado de México, 3 de marzo de 2019.— @B", "2019-03-03", "Toluca, Estado de México"),
    ("@T\n\nLunes 4 de mayo de 2020\n\n@B", "2020-05-04", None),
    ("Boletín 123/2021\n@T\nXalapa, Ver., 12/05/2021\n@B", "2021-05-12", "Xalapa, Ver."),
    ("Boletín 123/2021\n\n@T\n\nXalapa, Ver., 12/05/2021.- @B", "2021-05-12", "Xalapa, Ver."),
    ("@T\n\nBogotá, D. C., 8 de julio de 2014 (Minvivienda). @B", "2014-07-08", "Bogotá, D. C."),
    ("@T\n\nLima, 15 mar. 2016\n\n@B", "2016-03-15", "Lima"),
    ("@T\n\nBUENOS AIRES, 4 SEP 2013 - @B", "2013-09-04", "BUENOS AIRES"),
    ("Comunicado No. 45 | Ciudad de México a 1 de julio de 2022\n\n@T\n\n@B", "2022-07-01", "Ciudad de México"),
    ("@T\n\nPublicado el 4 de mayo de 2021\n\n@B", "2021-05-04", None),
    ("@T\n\n@B\n\nTijuana, B. C., a 4 de mayo de 2021", "2021-05-04", "Tijuana, B. C."),
    ("@T\n\nSanta Cruz de la Sierra, 14 de junio de 2022 (AEV).- @B", "2022-06-14", "Santa Cruz de la Sierra"),
    ("@T\n\nQuito, 14 de junio de 2022.- @B", "2022-06-14", "Quito"),
    ("Quito (Pichincha), 14 de junio de 2022.\n\n@T\n\n@B", "2022-06-14", "Quito (Pichincha)"),
    ("Boletín de Prensa No. 034\nGuayaquil, 14 de junio del 2022\n\n@T\n\n@B", "2022-06-14", "Guayaquil"),
    ("@T\n\nMontevideo, 3 de agosto de 2017\n\n@B", "2017-08-03", "Montevideo"),
    ("@T\nPublicado: 03.08.2017\n\n@B", "2017-08-03", None),
    ("03/08/2017\n@T\n\n@B", "2017-08-03", None),
    ("@T\n\nSan José, 12 de octubre de 2018. @B", "2018-10-12", "San José"),
    ("@T\n\nSan Salvador, viernes 12 de octubre de 2018. @B", "2018-10-12", "San Salvador"),
    ("@T\n\nTegucigalpa, M.D.C., 12 de octubre de 2018. @B", "2018-10-12", "Tegucigalpa, M.D.C."),
    ("@T\n\nTegucigalpa. 12 de octubre de 2018. @B", "2018-10-12", "Tegucigalpa"),
    ("@T\n\nGuatemala, 12 oct. 2018 (AGN).- @B", "2018-10-12", "Guatemala"),
    ("@T\n\nManagua, Nicaragua, 12 de octubre de 2018.- @B", "2018-10-12", "Managua, Nicaragua"),
    ("@T\n\nPanamá, 12 de octubre de 2018 – @B", "2018-10-12", "Panamá"),
    ("@T\n\nSanto Domingo, R.D., 12 octubre, 2018.- @B", "2018-10-12", "Santo Domingo, R.D."),
    ("@T\n\nSantiago, 12 de octubre 2018.- @B", "2018-10-12", "Santiago"),
    ("@T\n\nJueves, 12 octubre 2018\n\n@B", "2018-10-12", None),
    ("@T\n\n12 de octubre de 2018\n\nConcepción.- @B", "2018-10-12", "Concepción"),
    ("Madrid, 12 de octubre de 2018.\n\n@T\n\n@B", "2018-10-12", "Madrid"),
    ("@T\n\n12 oct 2018. @B", "2018-10-12", None),
    ("@T\n\n12/10/2018 - 13:45 h\n\n@B", "2018-10-12", None),
    ("@T\n\n12 Oct 2018\n\n@B", "2018-10-12", None),
    ("@T\n\nSevilla, 12/10/2018\n\n@B", "2018-10-12", "Sevilla"),
    ("@T\n\n(Bogotá, octubre 12 de 2018). @B", "2018-10-12", "Bogotá"),
    ("@T\n\nMedellín, octubre 12 de 2018. @B", "2018-10-12", "Medellín"),
    (
        "@T\n\n• Se invierten 3 millones de pesos\n• Participan 40 colonias\n\nMérida, Yucatán, a 12 de octubre de 2018.- @B",
        "2018-10-12",
        "Mérida, Yucatán",
    ),
    (
        "Mérida, Yucatán, a 12 de octubre de 2018\n\n@T\n\n- Se invierten 3 millones de pesos\n- Participan 40 colonias\n\n@B",
        "2018-10-12",
        "Mérida, Yucatán",
    ),
    (
        "DIRECCIÓN GENERAL DE COMUNICACIÓN SOCIAL\n\nBoletín de prensa núm. 99\n\nPachuca de Soto, Hgo., 12 de octubre de 2018\n\n@T\n\n@B",
        "2018-10-12",
        "Pachuca de Soto, Hgo.",
    ),
    ("@T\n\nCd. Victoria, Tamaulipas.- 12 de octubre de 2018.- @B", "2018-10-12", "Cd. Victoria, Tamaulipas"),
    ("@T\n\nCd. Victoria, Tam., 12 de octubre de 2018.- @B", "2018-10-12", "Cd. Victoria, Tam."),
    ("@T\n\nVillahermosa, Tabasco, 12 de octubre de 2018\n@B", "2018-10-12", "Villahermosa, Tabasco"),
    (
        "@T\n\nSALTILLO, COAHUILA DE ZARAGOZA; A 12 DE OCTUBRE DE 2018.- @B",
        "2018-10-12",
        "SALTILLO, COAHUILA DE ZARAGOZA",
    ),
    ("Chihuahua, Chih. 12 de octubre de 2018\n@T\n@B", "2018-10-12", "Chihuahua, Chih."),
    ("@T\n\nMexicali, B.C., viernes 12 de octubre de 2018.- @B", "2018-10-12", "Mexicali, B.C."),
    ("@T\n\nMexicali, B.C.- Viernes 12 de octubre de 2018.- @B", "2018-10-12", "Mexicali, B.C."),
    ("@T\n\nGuadalajara, Jalisco. 12 de octubre de 2018. @B", "2018-10-12", "Guadalajara, Jalisco"),
    ("@T\n\nGuadalajara, Jal., a viernes 12 de octubre de 2018.- @B", "2018-10-12", "Guadalajara, Jal."),
    ("@T\n\nViernes 12 de octubre de 2018, Guadalajara, Jalisco.- @B", "2018-10-12", "Guadalajara, Jalisco"),
    ("12 de octubre de 2018, Ciudad de México\n\n@T\n\n@B", "2018-10-12", "Ciudad de México"),
    ("12 de octubre de 2018\nComunicado 234\n@T\n@B", "2018-10-12", None),
    ("@T\n\nAutor: Prensa Fecha de publicación: 12 de octubre de 2018\n\n@B", "2018-10-12", None),
    ("@T\n\nSecretaría de Salud | 12 de octubre de 2018 | Comunicado\n\n@B", "2018-10-12", None),
    ("@T\n\nSecretaría de Salud | Fecha de publicación 12 de octubre de 2018\n\n@B", "2018-10-12", None),
    ("Comunicado 123/2018 | Ciudad de México | 12 de octubre de 2018\n\n@T\n\n@B", "2018-10-12", "Ciudad de México"),
    ("Querétaro, Qro., a 12 de octubre de 2018.\nComunicado 123\n\n@T\n\n@B", "2018-10-12", "Querétaro, Qro."),
    ("@T\n\nSan Luis Potosí, S.L.P., a 12 de octubre del año 2018.- @B", "2018-10-12", "San Luis Potosí, S.L.P."),
    ("@T\n\nTepic, Nayarit; octubre 12 de 2018.- @B", "2018-10-12", "Tepic, Nayarit"),
    (
        "@T\n\nEl viernes 12 de octubre de 2018 a las 10 horas será la entrega.\n\nPublicado el 9 de octubre de 2018\n\n@B",
        "2018-10-09",
        None,
    ),
    (
        "@T\n\nToluca, Méx., 9 de octubre de 2018.- El próximo viernes 12 de octubre de 2018 será la entrega.\n\n@B",
        "2018-10-09",
        "Toluca, Méx.",
    ),
    (
        "@T\n\nFoto: Toluca, 9 de octubre de 2017\n\nToluca, Méx., 9 de octubre de 2018.- @B",
        "2018-10-09",
        "Toluca, Méx.",
    ),
    ("@T\n\nZapopan, Jalisco, 12 de octubre de 2018\n\nBoletín 88\n\n@B", "2018-10-12", "Zapopan, Jalisco"),
    ("Mendoza, 12 de octubre de 2018\nINFORMACIÓN DE PRENSA\n@T\n@B", "2018-10-12", "Mendoza"),
    ("Córdoba, viernes 12 de octubre de 2018 | @T\n\n@B", "2018-10-12", "Córdoba"),
    ("@T\n\nVIERNES, 12 DE OCTUBRE DE 2018\n\n@B", "2018-10-12", None),
    ("@T\n\n12.10.2018\n\n@B", "2018-10-12", None),
    ("@T\n\n12-10-2018\n\n@B", "2018-10-12", None),
    ("@T\n\n12-oct-2018\n\n@B", "2018-10-12", None),
    ("@T\n\n2018-10-12 13:45:00\n\n@B", "2018-10-12", None),
    ("@T\n\nNota de prensa N° 123 - 2018\n\nArequipa, 12 de octubre del 2018.- @B", "2018-10-12", "Arequipa"),
    (
        "NOTA DE PRENSA N° 123-2018-MINEDU\n\n@T\n\n• Inversión supera los S/ 3 millones.\n\nLima, 12 de octubre de 2018.- @B",
        "2018-10-12",
        "Lima",
    ),
    ("@T\n\nCusco, 12 Oct. 2018 (ANDINA).- @B", "2018-10-12", "Cusco"),
    ("@T\n\nAsunción, 12 de octubre de 2018, Agencia IP.- @B", "2018-10-12", "Asunción"),
    ("@T\n\nBarranquilla, 12 de octubre de 2018.\n@B", "2018-10-12", "Barranquilla"),
    ("@T\n\nBucaramanga, 12 de octubre de 2018 @B", "2018-10-12", "Bucaramanga"),
    ("@T\n\nPopayán, viernes, 12 de octubre de 2018. @B", "2018-10-12", "Popayán"),
    ("@T\n\nCiudad de México, 12 de octubre de 2018\nSecretaría de Bienestar\n\n@B", "2018-10-12", "Ciudad de México"),
    ("@T\n\nCiudad de México, 12 de octubre de 2018 (19:30 hrs)\n\n@B", "2018-10-12", "Ciudad de México"),
    ("@T\n\nCiudad de México, a 12 de octubre de 2018. Boletín núm. 33.\n\n@B", "2018-10-12", "Ciudad de México"),
    ("@T\n\nHermosillo, Sonora; octubre 12, 2018.- @B", "2018-10-12", "Hermosillo, Sonora"),
    ("@T\n\nHermosillo, Sonora a 12 de octubre de 2018 – @B", "2018-10-12", "Hermosillo, Sonora"),
    ("Sala de prensa\n@T\nActualizado: 12/10/2018 13:45\nCreado: 12/10/2018\n@B", "2018-10-12", None),
    ("@T\n\nLa Serena.- 12 de octubre de 2018.- @B", "2018-10-12", "La Serena"),
    (
        "@T\n\n@B\n\n-o0o-\n\nDirección de Comunicación Social\nComitán de Domínguez, Chiapas, a 12 de octubre de 2018.",
        "2018-10-12",
        "Comitán de Domínguez, Chiapas",
    ),
    ("@T\n\nDurango, Dgo. a 12 de Octubre del 2018\n\n@B", "2018-10-12", "Durango, Dgo."),
    ("@T\n\nCampeche, Camp; a 12 de octubre del 2018.- @B", "2018-10-12", "Campeche, Camp"),
    ("12 OCT 2018 - 10:30\n@T\n@B", "2018-10-12", None),
    ("@T\n\n**Tlaxcala, Tlax.,** a 12 de octubre de 2018.- @B", "2018-10-12", "Tlaxcala, Tlax."),
    ("@T\n\nVie, 12/10/2018 - 13:45\n\n@B", "2018-10-12", None),
    ("@T\n\nEnviado por admin el Vie, 12/10/2018 - 13:45\n\n@B", "2018-10-12", None),
    ("@T\n\nPor Prensa | 12 octubre, 2018\n\n@B", "2018-10-12", None),
    ("@T\n\n12 octubre, 2018 | Por Prensa\n\n@B", "2018-10-12", None),
    ("@T\n\noctubre 12, 2018\n\n@B", "2018-10-12", None),
    ("@T\n\nvie 12 oct 2018\n\n@B", "2018-10-12", None),
    (
        "@T\n\nCiudad de México, a 12 de octubre de\n2018.- La Secretaría de Bienestar entregó 350 apoyos.\n\n@B",
        "2018-10-12",
        "Ciudad de México",
    ),
    ("@T\n\nEn Toledo, a 12 de octubre de 2018.\n\n@B", "2018-10-12", "Toledo"),
    ("@T\n\n@B\n\nEn Toledo, a 12 de octubre de 2018.", "2018-10-12", "Toledo"),
    ("@T\n\nBogotá D.C. 12 de octubre de 2018. @B", "2018-10-12", "Bogotá D.C."),
    ("@T\n\nGuadalajara 12 de octubre de 2018.- @B", "2018-10-12", "Guadalajara"),
    ("@T\n\n[Ciudad de México, 12 de octubre de 2018] @B", "2018-10-12", "Ciudad de México"),
    ("@T\n\nCiudad de México, 12 de octubre de 2018.El gobierno abre. @B", "2018-10-12", "Ciudad de México"),
    ("@T\n\nCiudad de México,   a  12  de  octubre  de  2018 .- @B", "2018-10-12", "Ciudad de México"),
    ("@T\n\nCiudad\u00a0de México, a\u00a012 de octubre de\u00a02018.- @B", "2018-10-12", "Ciudad\u00a0de México"),
    ("@T\n\nLima, 12.10.18.- @B", "2018-10-12", "Lima"),
    ("@T\n\nH. Puebla de Zaragoza, a 12 de octubre de 2018.- @B", "2018-10-12", "H. Puebla de Zaragoza"),
    ("@T\n\nDolores Hidalgo, C.I.N., Gto., 12 de octubre de 2018.- @B", "2018-10-12", "Dolores Hidalgo, C.I.N., Gto."),
    ("Boletín de prensa 123 – 12 de octubre de 2018\n\n@T\n\n@B", "2018-10-12", None),
    ("No. 45/2018\n12 de octubre de 2018\n\n@T\n\n@B", "2018-10-12", None),
    (
        "COMUNICADO DE PRENSA 123\nCiudad de México a 12 de octubre de 2018\n@T\n•  Son para la zona norte\n•  Suman 40 mil pesos\n@B",
        "2018-10-12",
        "Ciudad de México",
    ),
    (
        "@T\n\n· Son para la zona norte\n\n· Suman 40 mil pesos\n\nMorelia, Michoacán, 12 de octubre de 2018.- @B",
        "2018-10-12",
        "Morelia, Michoacán",
    ),
    ("@T\nSon para la zona norte\nMorelia, Michoacán, 12 de octubre de 2018.- @B", "2018-10-12", "Morelia, Michoacán"),
    ("SALUD\n@T\nMorelia, Michoacán, 12 de octubre de 2018.- @B", "2018-10-12", "Morelia, Michoacán"),
    ("Toluca, Estado de México.\n12 de octubre de 2018.\n\n@T\n\n@B", "2018-10-12", "Toluca, Estado de México"),
    ("Toluca, Estado de México\n12 de octubre de 2018\n\n@T\n\n@B", "2018-10-12", "Toluca, Estado de México"),
    ("@T\n\nToluca, Estado de México,\na 12 de octubre de 2018.- @B", "2018-10-12", "Toluca, Estado de México"),
    (
        "GOBIERNO DEL ESTADO DE MÉXICO\nSECRETARÍA DE BIENESTAR\nBoletín 12/2018\nToluca, Méx., 12 de octubre de 2018\n\n@T\n\n@B",
        "2018-10-12",
        "Toluca, Méx.",
    ),
    ("Gobierno de la Provincia de Santa Fe\n\nSanta Fe, 12 de octubre de 2018\n\n@T\n\n@B", "2018-10-12", "Santa Fe"),
    (
        "Municipalidad Provincial de Trujillo\nNota de Prensa N° 123-2018-MPT\n\n@T\n\nTrujillo, 12 de octubre de 2018.- @B",
        "2018-10-12",
        "Trujillo",
    ),
    ("Nota de Prensa N° 123-2018-MPT\n\n@T\n\nTrujillo, 12 de octubre.- @B", "2018-10-12", "Trujillo"),
    ("@T\n\nCiudad de México | 12 de octubre de 2018\n\n@B", "2018-10-12", "Ciudad de México"),
    ("@T\n\nCiudad de México - Viernes 12 de octubre de 2018 - @B", "2018-10-12", "Ciudad de México"),
    ("@T\n\nCDMX, 12 de octubre de 2018. @B", "2018-10-12", "CDMX"),
    ("@T\n\nCDMX. 12 de octubre de 2018. @B", "2018-10-12", "CDMX"),
    ("@T\n\nSan Miguel de Tucumán (12/10/2018). @B", "2018-10-12", "San Miguel de Tucumán"),
    ("@T\n\nVitoria-Gasteiz, 12 de octubre de 2018\n\n@B", "2018-10-12", "Vitoria-Gasteiz"),
    ("@T\n\nA Coruña, 12 de octubre de 2018\n\n@B", "2018-10-12", "A Coruña"),
    ("@T\n\nL'Hospitalet de Llobregat, 12 de octubre de 2018\n\n@B", "2018-10-12", "L'Hospitalet de Llobregat"),
    ("@T\n\nLas Palmas de Gran Canaria, 12 de octubre de 2018.\n\n@B", "2018-10-12", "Las Palmas de Gran Canaria"),
    ("@T\n\nSan Andrés Cholula, Puebla a 12 de octubre 2018.- @B", "2018-10-12", "San Andrés Cholula, Puebla"),
    (
        "@T\n\nPuerto Vallarta, Jalisco, México; 12 de octubre de 2018.- @B",
        "2018-10-12",
        "Puerto Vallarta, Jalisco, México",
    ),
    ("12 de Octubre, 2018.\n\n@T\n\n@B", "2018-10-12", None),
    (
        "@T\n\nÚltima actualización: 14 de octubre de 2018\nFecha de publicación: 12 de octubre de 2018\n\n@B",
        "2018-10-12",
        None,
    ),
    ("@T\n\nSecretaría de Salud | 12 de octubre de 2018\n\n@B", "2018-10-12", None),
    (
        "@T\n\nAutor\nSecretaría de Salud\nFecha de publicación\n12 de octubre de 2018\nCategoría\nComunicado\n\n@B",
        "2018-10-12",
        None,
    ),
    ("Versión estenográfica\n\n@T\n\nCiudad de México, 12 de octubre de 2018\n\n@B", "2018-10-12", "Ciudad de México"),
    ("@T\n\n**Bogotá, 12 de octubre de 2018**. @B", "2018-10-12", "Bogotá"),
    ("@T\n\nBogotá, 12 de octubre de 2018. - @B", "2018-10-12", "Bogotá"),
    ("@T\n\nBogotá, 12 de octubre de 2018: @B", "2018-10-12", "Bogotá"),
    ("@T\n\nMéxico, D.F., a 1º de octubre de 2018.- @B", "2018-10-01", "México, D.F."),
    ("@T\n\nMéxico, D.F., a 1o. de octubre de 2018.- @B", "2018-10-01", "México, D.F."),
    ("@T\n\nMéxico, D.F., a primero de octubre de 2018.- @B", "2018-10-01", "México, D.F."),
    ("@T\n\nMéxico, D.F., a 1ro de octubre de 2018.- @B", "2018-10-01", "México, D.F."),
    ("@T\n\nXalapa, Ver., 12 de octubre del 2018.-@B", "2018-10-12", "Xalapa, Ver."),
    ("@T\n\nPor Ana Ruiz / Papantla, Ver., a 3 de mayo de 2013.- @B", "2013-05-03", "Papantla, Ver."),
    ("@T\n\nRedacción | Papantla, Ver., a 3 de mayo de 2013.- @B", "2013-05-03", "Papantla, Ver."),
    ("@T\n\nOAXACA DE JUÁREZ, OAX. A 12 DE OCTUBRE DE 2018.- @B", "2018-10-12", "OAXACA DE JUÁREZ, OAX."),
    ("@T\n\nCiudad de México, 12 de octubre de 2018.\nComunicado 123.\n\n@B", "2018-10-12", "Ciudad de México"),
    ("@T\n\nCiudad de México, 12 de octubre de 2018.- Comunicado 123.- @B", "2018-10-12", "Ciudad de México"),
]

#: With a place and no day, or a day without a year.
UNDATED = [
    ("@T\n\nMérida, Yucatán.- @B", "Mérida, Yucatán"),
    ("@T\n\nPor Ana Ruiz/Papantla, Ver.-@B", "Papantla, Ver."),
    ("@T\n\nPor Ana Ruiz | Papantla.- @B", "Papantla"),
    ("@T\n\nComunicado|Papantla.- @B", "Papantla"),
    ("@T\n\nBoletín de prensa / Papantla.- @B", "Papantla"),
    ("@T\n\nToluca.– @B", "Toluca"),
    ("@T\n\nVilla de Álvarez, Col.- @B", "Villa de Álvarez, Col."),
    ("Comunicado No. 45 | Ciudad de México a 1 de julio\n\n@T\n\n@B", "Ciudad de México"),
    ("@T\n\nLa Paz, 14 jun (ABI).- @B", "La Paz"),
    ("@T\n\nColima, Col., 12 de octubre.- @B", "Colima, Col."),
    ("@T\n\nCaracas, 12 Oct. AVN.- @B", "Caracas"),
    ("@T\n\nMéxico, 12 Oct (Notimex).- @B", "México"),
    ("@T\n\nTrujillo, 12 de octubre (ANDINA).- @B", "Trujillo"),
]

NO_DATELINE = [
    "Aguascalientes, Ags., octubre de 2018\n\n@T\n\n@B",
    "@T\n\nEl 12 de octubre de 2018 el gobierno entregó apoyos.\n\n@B",
    "@T\n\nEn Puebla, a 12 de octubre de 2018, reunidos los integrantes, acordaron lo siguiente.\n\n@B",
    "Feria de la Salud, 12 de octubre de 2018\n\n@B",
    "@T\n\nVigencia: 12 de octubre de 2018\n\n@B",
    "Convocatoria para apoyos, Toluca 2018\n\nFecha límite: 12 de octubre de 2018\n\n@B",
    "Comunicado de Prensa DGCS/NI: 23/2018\nCASO: Programas sociales\nASUNTO: @T\n\n@B",
    "@T\n\nPregunta.- ¿Cuántos apoyos van a entregar este año en el municipio y en qué colonias serán?\n\nAna Ruiz.- Serán 350 apoyos para las familias de la zona norte, y otros 40 después.\n\n@B",
    "@T\n\nPresidenta Municipal.- Son 350 apoyos para las familias de la zona norte, y otros 40 después.\n\n@B",
    "@T\n\nObjetivo General.- Entregar 350 apoyos para las familias de la zona norte, y otros 40 después.\n\n@B",
    "@T\n\n12 de octubre de 2018.- Inicia el programa.\n\n13 de octubre de 2018.- Se entregan 30 apoyos.\n\n@B",
    "INVITACIÓN A MEDIOS\n\n@T\n\nFecha: 12 de octubre de 2018\nHora: 10:00\nLugar: Plaza de Armas\n\n@B",
    "@T\n\nPor la Paz.- @B",
    "@T\n\nEl informe publicado el 12 de octubre de 2018.\n\n@B",
    "@T\n\nPor acuerdo del Cabildo el 12 de octubre de 2018.\n\n@B",
    "@T\n\nLey de Salud, 12 de octubre de 2018, artículo 4.\n\n@B",
    "@T\n\nReglamento Municipal, publicado en la Gaceta, 12 de octubre de 2018, artículo 4.\n\n@B",
    "@T\n\n12 de octubre de 2018, Día de la Raza.\n\n@B",
    "@T\n\nEl 12 de octubre de 2018, en Guadalajara, se entregaron 20.\n\n@B",
    "@T\n\nDesde Toluca, a 12 de octubre de 2018, se informa de 20.\n\n@B",
    "Gran Festival Cultural, viernes 12 de octubre de 2018\n\n@B",
]


def release(head):
    return read(Path("nota.txt"), head.replace("@T", HEADLINE).replace("@B", BODY).encode())


@pytest.mark.parametrize(("head", "published", "place"), DATED)
def test_heads_with_a_day(head, published, place):
    found = release(head)
    assert (found.published, found.published_from) == (dt.date.fromisoformat(published), "dateline")
    assert (found.place, found.title) == (place, HEADLINE)


@pytest.mark.parametrize(("head", "place"), UNDATED)
def test_heads_without_a_full_day(head, place):
    found = release(head)
    assert (found.published, found.place, found.title) == (None, place, HEADLINE)


@pytest.mark.parametrize("head", NO_DATELINE)
def test_heads_without_a_dateline(head):
    found = release(head)
    assert (found.published, found.place) == (None, None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Feria de la Salud, 12 de octubre de 2018\n\n@B", "Feria de la Salud, 12 de octubre de 2018"),
        ("COMUNICADO | SALUD\n\nAbren 3 clínicas\n\n@B", "Abren 3 clínicas"),
        ("Obras Públicas · Comunicado de prensa\nAbren 3 clínicas\n\n@B", "Abren 3 clínicas"),
        ("BOLETÍN 123 | DESARROLLO SOCIAL\n\nAbren 3 clínicas\n\n@B", "Abren 3 clínicas"),
        ("Salud y Bienestar\n\nAbren 3 clínicas\n\n@B", "Abren 3 clínicas"),
        ("COMUNICADO - SALUD ABRE CLÍNICAS\n\n@B", "COMUNICADO - SALUD ABRE CLÍNICAS"),
        ("COMUNICADO | Abren clínicas\n\nEl sur crece\n\n@B", "COMUNICADO | Abren clínicas"),
        ("Concierto en Morelia, 5 de julio\n\n@B", "Concierto en Morelia, 5 de julio"),
        (
            "Gobierno de Puebla entrega apoyos\n\nPuebla, Pue., a 3 de mayo de 2020.- @B",
            "Gobierno de Puebla entrega apoyos",
        ),
        (
            "SECRETARÍA DE SALUD ABRE CLÍNICA\n\nPuebla, Pue., a 3 de mayo de 2020\n\n@B",
            "SECRETARÍA DE SALUD ABRE CLÍNICA",
        ),
    ],
)
def test_headlines_that_look_like_furniture(head, title):
    assert release(head).title == title


def test_a_place_that_opens_a_release_without_headline_is_no_part_of_its_title():
    found = release("Toluca.- @B")
    assert found.place == "Toluca"
    assert found.title == BODY.split("\n")[0]


def test_the_day_of_publication_goes_before_that_of_the_event():
    found = release(
        "@T\n\nPlaza de Armas, viernes 12 de octubre de 2018, 10:00 horas\n\nPublicado el 9 de octubre de 2018\n\n@B"
    )
    assert found.published == dt.date(2018, 10, 9)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("guadalupe, nuevo león, 3 de mayo de 2024.- ", "guadalupe, nuevo león"),
        ("tepic, nayarit, a 3 de mayo de 2024. ", "tepic, nayarit"),
        ("cdmx a 3 de mayo de 2024.- ", "cdmx"),
        ("📍 Tepic, Nayarit, 3 de mayo de 2024.- ", "Tepic, Nayarit"),
        ("la secretaría de salud, nuevo león, 3 de mayo de 2024.- ", None),
        ("en la colonia centro, a 3 de mayo de 2024, ", None),
        ("el martes, jalisco, 3 de mayo de 2024.- ", None),
        ("el plazo, a 3 de mayo de 2024, ", None),
    ],
)
def test_places_in_small_letters(line, place):
    release = read(Path("a.txt"), f"{HEADLINE}\n\n{line}{BODY}".encode())
    assert release.place == place
    assert (release.published == dt.date(2024, 5, 3)) == (place is not None)


@pytest.mark.parametrize(
    ("above", "is_kicker"),
    [
        ("INFANCIA", True),
        ("NIÑEZ Y FAMILIA", True),
        ("Apoyos / Bienestar", True),
        ("Nuevos apoyos", False),
        ("ENTREGAN 350", False),
        ("ABRE HOSPITAL DEL ORIENTE", False),
        ("Regreso a clases 2024", False),
    ],
)
def test_a_theme_above_the_headline_is_no_headline(above, is_kicker):
    text = f"{above}\n\nEntregan 350 apoyos a familias\n\nTepic, Nayarit, 3 de mayo de 2024.- {BODY}"
    release = read(Path("a.txt"), text.encode())
    assert release.title == ("Entregan 350 apoyos a familias" if is_kicker else above)


def test_of_two_headlines_in_capitals_the_first_counts():
    text = f"NUEVO HOSPITAL\n\nCONTARÁ CON 120 CAMAS Y QUIRÓFANOS\n\nTepic, Nayarit, 3 de mayo de 2024.- {BODY}"
    assert read(Path("a.txt"), text.encode()).title == "NUEVO HOSPITAL"
