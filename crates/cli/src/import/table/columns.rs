//! What the columns of a table mean, by their headings.

use std::collections::HashMap;
use std::sync::LazyLock;

use fold::fold;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// A field of the event file, or one of [`BESIDE`].
    Known(&'static str),
    /// A field in another language; `None` for the one that a column `language_local` names.
    Translated(&'static str, Option<String>),
    /// Kept under its own name.
    Other(String),
    /// Left out, as an editor wants it.
    Ignored,
}

/// What tables have columns for beside the fields of the event file.
pub const BESIDE: [&str; 5] = ["time", "end_time", "location", "position", "language_local"];

/// Names of fields, each with the headings that mean it, folded, in several languages.
const HEADINGS: [(&str, &str); 37] = [
    ("id", "id,uid,event id,identifier"),
    (
        "title",
        "title,name,event,event name,event title,summary,subject,titre,nom,evenement,titulo,nombre,evento,nome,titel,bezeichnung,veranstaltung,titolo,naam,العنوان,what,quoi,que,was,cosa,intitule",
    ),
    (
        "kind",
        "kind,type,event type,category,action,art,typ,tipo,categorie,categoria,kategorie,النوع",
    ),
    (
        "start",
        "start,date,start date,startdate,datetime,date time,date and time,starts at,begin,beginn,begins,start at,day,when,jour,debut,date de debut,dia,fecha,fecha de inicio,inicio,datum,tag,beginndatum,startdatum,data,giorno,data inizio,التاريخ,تاريخ",
    ),
    (
        "time",
        "time,start time,starttime,hour,heure,horaire,hora,hora de inicio,horario,uhrzeit,zeit,startzeit,ora,orario,tijd,الوقت,الساعة",
    ),
    (
        "end",
        "end,end date,enddate,ends at,until,end datetime,fin,date de fin,fecha de fin,fecha fin,ende,enddatum,data fim,fim,fine,data fine",
    ),
    (
        "end_time",
        "end time,endtime,heure de fin,hora de fin,hora fin,endzeit,ora fine",
    ),
    (
        "timezone",
        "timezone,time zone,tz,zone,fuseau horaire,zona horaria,zeitzone,fuso horario",
    ),
    ("status", "status,state of event,statut,estado del evento"),
    ("previously", "previously,previous date,previous start"),
    (
        "place",
        "place,venue,meeting point,meeting place,where,lieu,lieu de rendez vous,rendez vous,lugar,sitio,punto de encuentro,ort,treffpunkt,platz,local,luogo,plek,المكان",
    ),
    (
        "address",
        "address,street,street address,adresse,rue,direccion,calle,anschrift,strasse,endereco,indirizzo,adres,العنوان البريدي",
    ),
    (
        "city",
        "city,town,city town,locality,ville,commune,ciudad,localidad,municipio,stadt,gemeinde,cidade,citta,plaats,stad,المدينة",
    ),
    (
        "region",
        "region,state,province,county,departement,departamento,provincia,estado,bundesland,kanton,canton,land kreis,regiao,regione,المنطقة",
    ),
    (
        "country",
        "country,country code,nation,pays,pais,land,staat,paese,البلد,الدولة",
    ),
    (
        "lat",
        "lat,latitude,y,breite,breitengrad,latitud,latitudine",
    ),
    (
        "lon",
        "lon,lng,long,longitude,x,lange,langengrad,longitud,longitudine",
    ),
    ("precision", "precision"),
    (
        "position",
        "position,coordinates,coords,lat lon,lat lng,latlng,latlon,geo,gps,koordinaten,coordonnees,coordenadas",
    ),
    (
        "location",
        "location,where exactly,full address,city country,city and country,location name,standort,localisation,emplacement,ubicacion,localizacao",
    ),
    ("route", "route"),
    (
        "online",
        "online,stream,livestream,online url,zoom,streaming",
    ),
    (
        "organizers",
        "organizers,organizer,organiser,organisers,organised by,organized by,host,hosts,organisateur,organisateurs,organisation,organizador,organizadores,organiza,convoca,veranstalter,veranstalterin,organizadora,organizzatore,organizzatori,المنظم,المنظمون",
    ),
    (
        "tags",
        "tags,tag,keywords,hashtags,mots cles,etiquetas,schlagworte",
    ),
    ("campaign", "campaign,campagne,campana,kampagne"),
    (
        "url",
        "url,link,website,web,web site,webpage,page,event url,event page,info,more info,facebook,facebook event,lien,site,site web,enlace,pagina web,webseite,homepage,sito,الرابط",
    ),
    ("source", "source,sources,quelle,fuente,fonte"),
    ("links", "links"),
    (
        "description",
        "description,details,notes,note,comments,text,beschreibung,descripcion,descricao,descrizione,omschrijving,الوصف",
    ),
    (
        "image",
        "image,poster,flyer,picture,photo,image url,affiche,cartel,bild,plakat",
    ),
    ("image_alt", "image alt,image_alt,alt text"),
    ("language", "language,lang,langue,idioma,sprache,lingua"),
    ("language_local", "language local,local language"),
    ("translations", "translations"),
    (
        "accessibility",
        "accessibility,access,accessibilite,accesibilidad,barrierefreiheit",
    ),
    (
        "attendance",
        "attendance,participants,turnout,attendees,participation,asistencia,teilnehmer,teilnehmende",
    ),
    ("verified", "verified,checked"),
];

/// What may be translated.
const TRANSLATED: [&str; 4] = ["title", "place", "city", "description"];

static MEANING: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut meaning = HashMap::new();
    for (field, headings) in HEADINGS {
        for heading in headings.split(',') {
            meaning.insert(plain(heading), field);
        }
    }
    meaning.insert("updated".to_owned(), "updated");
    meaning.insert("last modified".to_owned(), "updated");
    meaning
});

/// The columns of a table. A field belongs to the first column that means it; a later one keeps its name.
pub fn columns(headings: &[&str], decided: &[(String, String)]) -> Vec<Column> {
    let mut taken: Vec<Column> = Vec::new();
    for heading in headings {
        let heading = heading.trim().trim_start_matches('\u{feff}');
        let wanted = decided
            .iter()
            .find(|(name, _)| plain(name) == plain(heading));
        let column = match wanted {
            Some((_, field)) if field == "ignore" || field.is_empty() => Column::Ignored,
            Some((_, field)) => named(field).unwrap_or_else(|| Column::Other(field.clone())),
            None => meaning(heading)
                .filter(|column| {
                    let decided = decided.iter().filter_map(|(_, field)| named(field));
                    !taken.contains(column) && !decided.into_iter().any(|other| other == *column)
                })
                .unwrap_or_else(|| Column::Other(heading.to_owned())),
        };
        taken.push(column);
    }
    taken
}

/// The column a field's own name stands for.
pub fn named(field: &str) -> Option<Column> {
    let own = HEADINGS.iter().map(|(name, _)| *name).chain(["updated"]);
    own.into_iter()
        .find(|name| *name == field)
        .map(Column::Known)
}

/// How many of these are headings that are known.
pub fn known(headings: &[&str], decided: &[(String, String)]) -> usize {
    let known = |heading: &&&str| {
        meaning(heading).is_some()
            || decided
                .iter()
                .any(|(name, _)| plain(name) == plain(heading))
    };
    headings.iter().filter(known).count()
}

/// What a heading means.
pub fn meaning(heading: &str) -> Option<Column> {
    if heading.len() > 100 {
        return None;
    }
    let plain = plain(heading);
    if let Some(field) = MEANING.get(&plain) {
        return Some(Column::Known(field));
    }
    let (field, language) = plain.rsplit_once(' ')?;
    let field = TRANSLATED.into_iter().find(|name| *name == field)?;
    match language {
        "local" => Some(Column::Translated(field, None)),
        code if (2..=3).contains(&code.len()) && code.is_ascii() => {
            Some(Column::Translated(field, Some(code.to_owned())))
        }
        _ => None,
    }
}

/// A heading folded, with single spaces for everything that is no letter or digit.
fn plain(heading: &str) -> String {
    let folded = fold(heading.trim_start_matches('\u{feff}'));
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headings: &[&str], decided: &[(&str, &str)], expected: &[Column]) {
        let decided: Vec<(String, String)> = decided
            .iter()
            .map(|(name, field)| ((*name).to_owned(), (*field).to_owned()))
            .collect();
        assert_eq!(columns(headings, &decided), expected);
    }

    #[test]
    fn headings_in_several_languages() {
        use Column::{Ignored, Known, Other, Translated};
        check(
            &["Date", "Heure", "Ville", "Pays"],
            &[],
            &[
                Known("start"),
                Known("time"),
                Known("city"),
                Known("country"),
            ],
        );
        check(
            &["\u{feff}Fecha", "¿Qué?", "Ciudad"],
            &[("¿Qué?", "title")],
            &[Known("start"), Known("title"), Known("city")],
        );
        check(
            &["start_date", "End-Time", "Title (ar)", "title_local"],
            &[],
            &[
                Known("start"),
                Known("end_time"),
                Translated("title", Some("ar".to_owned())),
                Translated("title", None),
            ],
        );
        check(
            &["url", "Facebook", "Buses"],
            &[("Buses", "ignore")],
            &[Known("url"), Other("Facebook".to_owned()), Ignored],
        );
        check(
            &["Name", "Event"],
            &[("Event", "title")],
            &[Other("Name".to_owned()), Known("title")],
        );
    }

    #[test]
    fn every_field_beside_the_file_has_headings() {
        for field in BESIDE {
            assert!(named(field).is_some(), "{field}");
        }
    }
}
