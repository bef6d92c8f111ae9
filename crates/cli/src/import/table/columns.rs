//! What the columns of a table mean, by their headings.

use crate::import::words::{HEADINGS, plain};

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// A field of the event file, or one of [`BESIDE`].
    Known(&'static str),
    /// A field in another language; `None` for the one that a column `language_local` names.
    Translated(&'static str, Option<String>),
    /// A column whose meaning is not known, kept as an unknown field of this name.
    Other(String),
    /// Left out, as the editor says.
    Ignored,
    /// Left out, because it says who sent the entry in and how to reach them; only `--map` takes it in.
    Personal(String),
}

/// What tables have columns for beside the fields of the event file.
pub const BESIDE: [&str; 11] = [
    "time",
    "end_time",
    "all_day",
    "location",
    "position",
    "cancelled",
    "private",
    "language_local",
    "month",
    "year",
    "half",
];

/// Names of unknown fields that the importer itself writes.
const RESERVED: [&str; 3] = ["imported", "as_written", "format"];

/// What may be translated.
const TRANSLATED: [&str; 4] = ["title", "place", "city", "description"];

/// Objects whose inner names are those of a place: `venue.name`, `location.city`.
const PLACES: [&str; 8] = [
    "location",
    "place",
    "venue",
    "address",
    "geo",
    "coordinates",
    "position",
    "where",
];

/// The columns of a table. A field belongs to the first column that means it; a later one keeps its name.
///
/// `decided` are headings and fields that the editor says. “Beginn” and “Ende” are days where no other column is
/// one, else hours.
pub fn columns(headings: &[&str], decided: &[(String, String)]) -> Vec<Column> {
    let decided_for = |heading: &str| {
        let plain_heading = plain(heading);
        let found = decided
            .iter()
            .find(|(name, _)| plain(name) == plain_heading)?;
        Some(match found.1.as_str() {
            "ignore" | "" => Column::Ignored,
            field => named(field).unwrap_or_else(|| Column::Other(field.to_owned())),
        })
    };
    let mut columns: Vec<Option<Column>> = headings
        .iter()
        .map(|heading| decided_for(heading))
        .collect();
    let meanings: Vec<Option<Column>> = headings.iter().map(|heading| meaning(heading)).collect();
    // A field's own name goes before other headings that mean it.
    for own in [true, false] {
        for (at, heading) in headings.iter().enumerate() {
            let Some(column) = meanings[at].clone() else {
                continue;
            };
            let vague = ["weekday", "begin", "finish"]
                .map(Column::Known)
                .contains(&column);
            let is_own = matches!(&column, Column::Known(field) if plain(heading) == plain(field));
            if columns[at].is_none() && !vague && is_own == own && !has(&columns, &column) {
                columns[at] = Some(column);
            }
        }
    }
    let mut placed = has(&columns, &Column::Known("place"));
    // “City, Country” and “Exact location”: the second says where in the city.
    for (column, meaning) in columns.iter_mut().zip(&meanings) {
        if column.is_none() && *meaning == Some(Column::Known("location")) && !placed {
            (*column, placed) = (Some(Column::Known("place")), true);
        }
    }
    // “Tag” is the date, or the day of the week beside one.
    for (vague, first, second) in [
        ("weekday", "start", "start"),
        ("begin", "start", "time"),
        ("finish", "end", "end_time"),
    ] {
        for at in 0..headings.len() {
            if columns[at].is_none() && meanings[at] == Some(Column::Known(vague)) {
                let free = [first, second].map(Column::Known).into_iter();
                columns[at] = free.into_iter().find(|column| !has(&columns, column));
            }
        }
    }
    let mut names: Vec<String> = Vec::new();
    let unknown = |heading: &&str, names: &mut Vec<String>| {
        let name = heading.trim_start_matches('\u{feff}').trim().to_owned();
        let taken = |name: &String| {
            named(name).is_some() || RESERVED.contains(&name.as_str()) || names.contains(name)
        };
        let mut own = name.clone();
        for number in 2.. {
            if name.is_empty() || !taken(&own) {
                break;
            }
            own = format!("{name} {number}");
        }
        names.push(own.clone());
        match is_personal(heading) {
            true => Column::Personal(own),
            false => Column::Other(own),
        }
    };
    let both = columns.into_iter().zip(headings);
    both.map(|(column, heading)| column.unwrap_or_else(|| unknown(heading, &mut names)))
        .collect()
}

fn has(columns: &[Option<Column>], column: &Column) -> bool {
    columns.iter().flatten().any(|other| other == column)
}

/// The column that a field's own name stands for, as `--map` and `--set` name it.
pub fn named(field: &str) -> Option<Column> {
    let field = HEADINGS.values().find(|name| **name == field)?;
    (!matches!(*field, "begin" | "finish")).then_some(Column::Known(field))
}

/// How many of these are headings that are known.
pub fn known(headings: &[&str], decided: &[(String, String)]) -> usize {
    let known = |heading: &&&str| {
        let decided = || {
            let heading = plain(heading);
            decided.iter().any(|(name, _)| plain(name) == heading)
        };
        meaning(heading).is_some() || decided()
    };
    headings.iter().filter(known).count()
}

/// Whether a heading of no known meaning asks for what must not be published: “Your e-mail”, “Phone (won't be published)”.
fn is_personal(heading: &str) -> bool {
    const WORDS: [&str; 38] = [
        "email",
        "mail",
        "emails",
        "phone",
        "telephone",
        "tel",
        "mobile",
        "whatsapp",
        "password",
        "correo",
        "telefono",
        "celular",
        "movil",
        "courriel",
        "telefon",
        "handy",
        "mobil",
        "telefoon",
        "cellulare",
        "telefone",
        "eposta",
        "eposti",
        "epost",
        "surel",
        "ponsel",
        "телефон",
        "почта",
        "пошта",
        "بريد",
        "هاتف",
        "جوال",
        "ایمیل",
        "تلفن",
        "メール",
        "電話",
        "이메일",
        "전화",
        "邮箱",
    ];
    const PHRASES: [&str; 8] = [
        "e mail",
        "e posta",
        "your name",
        "submitted by",
        "not be published",
        "won t be published",
        "メールアドレス",
        "電話番号",
    ];
    let plain = format!(" {} ", plain(heading));
    let word = |word: &&str| plain.contains(&format!(" {word} "));
    WORDS.iter().any(word) || PHRASES.iter().any(word)
}

/// What a heading means; `begin` and `finish` for a day or an hour.
pub fn meaning(heading: &str) -> Option<Column> {
    if heading.len() > 100 {
        return None;
    }
    let words = plain(heading);
    if let Some(field) = HEADINGS.get(&words) {
        return Some(Column::Known(field));
    }
    if let Some(field) = heading.rsplit_once('.').and_then(inner) {
        return Some(Column::Known(field));
    }
    if let Some(column) = translated(&words) {
        return Some(column);
    }
    if is_personal(heading) {
        return None;
    }
    if is_whole_place(heading) {
        return Some(Column::Known("location"));
    }
    // “Ort (Treffpunkt)”, “Date / Datum”: either half.
    if let Some((first, second)) = heading.split_once(['(', '/', '|', '\n', '（']) {
        let halves = [first, second].map(|half| HEADINGS.get(&plain(half)));
        if let Some(field) = halves.into_iter().flatten().next() {
            return Some(Column::Known(field));
        }
    }
    asked(&words).map(Column::Known)
}

/// “City, State/Province, Country”: two parts or more of a place in one column.
fn is_whole_place(heading: &str) -> bool {
    let parts = heading.split([',', '/', '&', '+', '、']);
    let mut fields: Vec<&str> = parts
        .filter_map(|part| HEADINGS.get(&plain(part)).copied())
        .filter(|field| ["address", "city", "region", "country"].contains(field))
        .collect();
    fields.dedup();
    fields.len() > 1
}

/// What a question of a form asks for: “When is it?”, “What time does it start?”, “Exact location *”.
fn asked(words: &str) -> Option<&'static str> {
    const AROUND: [&str; 38] = [
        "what", "is", "it", "the", "does", "do", "will", "be", "your", "of", "this", "exact",
        "full", "please", "required", "optional", "at", "in", "for", "to", "take", "place", "are",
        "a", "held", "local", "which", "welche", "welches", "wie", "lautet", "der", "die", "das",
        "quel", "quelle", "est", "cual",
    ];
    let left: Vec<&str> = words
        .split(' ')
        .filter(|word| !AROUND.contains(word))
        .collect();
    if left.is_empty() || left.len() > 3 {
        return None;
    }
    let field = HEADINGS.get(&left.join(" ")).copied();
    // “Does it start on time?” and the like ask for other things.
    field.filter(|_| left.join(" ") != words)
}

/// “title ar”, “title local”.
fn translated(words: &str) -> Option<Column> {
    let (field, language) = words.rsplit_once(' ')?;
    let field = TRANSLATED.into_iter().find(|name| *name == field)?;
    match language {
        "local" => Some(Column::Translated(field, None)),
        code if (2..=3).contains(&code.len()) && code.is_ascii() => {
            Some(Column::Translated(field, Some(code.to_owned())))
        }
        _ => None,
    }
}

/// The field of a name inside an object.
fn inner((outer, name): (&str, &str)) -> Option<&'static str> {
    let outer = outer.rsplit('.').next().unwrap_or(outer);
    let field = HEADINGS.get(&plain(name)).copied();
    let of = HEADINGS.get(&plain(outer)).copied();
    let place = PLACES.contains(&plain(outer).as_str())
        || matches!(of, Some("place" | "location" | "address" | "position"));
    match field {
        Some("title") if place => Some("place"),
        Some("title") if of == Some("organizers") => Some("organizers"),
        Some("address" | "city" | "region" | "country" | "lat" | "lon" | "timezone") if place => {
            field
        }
        Some("begin") | Some("start") if of == Some("start") => Some("start"),
        Some("finish") | Some("end") if of == Some("start") => Some("end"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headings: &[&str], decided: &[(&str, &str)], expected: &[&str]) {
        let decided: Vec<(String, String)> = decided
            .iter()
            .map(|(name, field)| ((*name).to_owned(), (*field).to_owned()))
            .collect();
        let found: Vec<String> = columns(headings, &decided)
            .into_iter()
            .map(|column| match column {
                Column::Known(field) => field.to_owned(),
                Column::Translated(field, language) => {
                    format!("{field}@{}", language.unwrap_or_default())
                }
                Column::Other(name) => format!("“{name}”"),
                Column::Ignored => "-".to_owned(),
                Column::Personal(name) => format!("({name})"),
            })
            .collect();
        assert_eq!(found, expected, "{headings:?}");
    }

    #[test]
    fn headings_in_every_language() {
        for headings in [
            ["Date", "Heure", "Ville", "Lieu", "Intitulé", "Pays"],
            ["Fecha", "Hora", "Ciudad", "Lugar", "Título", "País"],
            ["Datum", "Uhrzeit", "Stadt", "Ort", "Thema", "Land"],
            ["Data", "Ora", "Città", "Luogo", "Titolo", "Paese"],
            ["Data", "Horário", "Cidade", "Local", "Nome", "País"],
            ["Tarih", "Saat", "Şehir", "Yer", "Etkinlik", "Ülke"],
            [
                "التاريخ",
                "الساعة",
                "المدينة",
                "المكان",
                "العنوان",
                "الدولة",
            ],
            ["تاریخ", "ساعت", "شهر", "مکان", "رویداد", "کشور"],
            ["تاریخ", "وقت", "شہر", "مقام", "عنوان", "ملک"],
            ["Tanggal", "Waktu", "Kota", "Lokasi", "Judul", "Negara"],
            ["日付", "時刻", "市区町村", "場所", "タイトル", "国"],
            ["날짜", "시간", "도시", "장소", "제목", "국가"],
            ["日期", "时间", "城市", "地点", "标题", "国家"],
            ["日期", "時間", "城市", "地點", "標題", "國家"],
            ["Дата", "Время", "Город", "Место", "Название", "Страна"],
            ["Дата", "Час", "Місто", "Місце", "Назва", "Країна"],
            ["Data", "Godzina", "Miasto", "Miejsce", "Tytuł", "Kraj"],
            ["Datum", "Tijd", "Stad", "Plaats", "Onderwerp", "Land"],
            ["Datum", "Tid", "Kommun", "Plats", "Rubrik", "Land"],
            ["Ημερομηνία", "Ώρα", "Πόλη", "Τόπος", "Τίτλος", "Χώρα"],
            ["תאריך", "שעה", "עיר", "מקום", "כותרת", "מדינה"],
        ] {
            let fields = ["start", "time", "city", "location", "title", "country"];
            check(&headings, &[], &fields);
        }
    }

    #[test]
    fn a_beginning_is_an_hour_where_another_column_is_the_day() {
        check(&["Datum", "Beginn", "Ende"], &[], &["start", "time", "end"]);
        check(
            &["Tag", "Von", "Bis", "Ort"],
            &[],
            &["start", "time", "end", "location"],
        );
        check(&["Beginn", "Ende"], &[], &["start", "end"]);
        check(&["Von", "Uhrzeit", "Bis"], &[], &["start", "time", "end"]);
        check(&["date", "start", "end"], &[], &["start", "time", "end"]);
        check(&["start", "end"], &[], &["start", "end"]);
        check(&["日付", "開始", "終了"], &[], &["start", "time", "end"]);
        check(&["Data", "Início", "Fim"], &[], &["start", "time", "end"]);
    }

    #[test]
    fn a_day_beside_a_date_is_that_of_the_week() {
        check(&["Tag", "Datum"], &[], &["“Tag”", "start"]);
        check(&["Day", "Date", "Start"], &[], &["“Day”", "start", "time"]);
        check(&["Tag", "Beginn"], &[], &["start", "time"]);
    }

    #[test]
    fn what_an_editor_decides_goes_first() {
        check(
            &["Was", "Datum"],
            &[("Was", "description")],
            &["description", "start"],
        );
        check(
            &["url", "Facebook", "Buses"],
            &[("Buses", "ignore")],
            &["url", "“Facebook”", "-"],
        );
        check(
            &["Name", "Event"],
            &[("Event", "title")],
            &["“Name”", "title"],
        );
        check(
            &["date", "start_at"],
            &[("start_at", "start"), ("date", "ignore")],
            &["-", "start"],
        );
    }

    #[test]
    fn no_unknown_column_takes_a_fields_name() {
        check(
            &["title", "title", "Z", "Z"],
            &[],
            &["title", "“title 2”", "“Z”", "“Z 2”"],
        );
        check(&["Titre", "Title"], &[], &["“Titre”", "title"]);
        check(&["Titre", "Nom"], &[], &["title", "“Nom”"]);
        check(&["imported"], &[], &["“imported 2”"]);
    }

    #[test]
    fn questions_of_a_form() {
        check(
            &[
                "Timestamp",
                "Event name",
                "When is it?",
                "What time does it start?",
                "City, State/Province, Country",
                "Exact location",
                "Contact email (won't be published)",
                "Your phone number *",
            ],
            &[],
            &[
                "“Timestamp”",
                "title",
                "start",
                "time",
                "location",
                "place",
                "(Contact email (won't be published))",
                "(Your phone number *)",
            ],
        );
        check(
            &["E-Mail", "Email"],
            &[("Email", "contact")],
            &["(E-Mail)", "“contact”"],
        );
    }

    #[test]
    fn keys_of_json_rows() {
        check(
            &["startDate", "endDate", "eventName"],
            &[],
            &["start", "end", "title"],
        );
        check(&["date_start", "date_end"], &[], &["start", "end"]);
        check(
            &[
                "venue.name",
                "venue.address",
                "venue.city",
                "geo.lat",
                "geo.lng",
                "organizer.name",
            ],
            &[],
            &["place", "address", "city", "lat", "lon", "organizers"],
        );
        check(&["user.name"], &[], &["“user.name”"]);
        check(&["Title (ar)", "title_local"], &[], &["title@ar", "title@"]);
    }

    #[test]
    fn every_field_beside_the_file_has_headings() {
        for field in BESIDE {
            assert!(named(field).is_some(), "{field}");
        }
    }
}
