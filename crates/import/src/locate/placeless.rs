//! Entries of which nothing says where they are: columns that are not read, a place that is to follow, meetings on the net.

use fold::fold;

use crate::draft::Draft;

/// Fields that say where an entry is.
const WHERE: [&str; 5] = ["city", "place", "address", "lat", "region"];

/// Words that name a place and say that it follows, folded.
const FOLLOWS: [&str; 39] = [
    "ort folgt",
    "ort wird noch",
    "ort noch offen",
    "ort tba",
    "treffpunkt folgt",
    "treffpunkt wird noch",
    "location tba",
    "location tbc",
    "location tbd",
    "location to be",
    "venue tba",
    "venue tbc",
    "venue tbd",
    "venue to be",
    "place tba",
    "place to be",
    "lieu a preciser",
    "lieu a confirmer",
    "lieu a venir",
    "lieu a definir",
    "lugar por confirmar",
    "lugar por definir",
    "lugar a confirmar",
    "luogo da definire",
    "luogo da confermare",
    "local a definir",
    "local a confirmar",
    "locatie volgt",
    "plats meddelas",
    "sted folger",
    "sted følger",
    "miejsce do ustalenia",
    "misto bude upresneno",
    "место уточняется",
    "місце уточнюється",
    "场地待定",
    "地点待定",
    "地點待定",
    "場所未定",
];

/// Words of a meeting that is nowhere but on the net, folded.
const ONLINE: [&str; 24] = [
    "webinar",
    "webinaire",
    "webinario",
    "online",
    "en ligne",
    "en linea",
    "phone bank",
    "phonebank",
    "phone_bank",
    "zoom",
    "virtual",
    "virtuell",
    "videocall",
    "video call",
    "videoconferenc",
    "videokonferenz",
    "livestream",
    "в сети",
    "онлайн",
    "オンライン",
    "온라인",
    "线上",
    "線上",
    "أونلاين",
];

/// Why an entry that names no place is not taken: columns of texts are not read, one of which may be its place.
pub(super) fn reason(draft: &Draft) -> Option<String> {
    if is_somewhere(draft) || draft.unread.is_empty() || is_online(draft) {
        return None;
    }
    let quoted: Vec<String> = draft
        .unread
        .iter()
        .take(5)
        .map(|heading| format!("“{heading}”"))
        .collect();
    let (columns, are) = match quoted.len() {
        1 => ("column", "is"),
        _ => ("columns", "are"),
    };
    Some(format!(
        "no place: the {columns} {} {are} not read; --map \"{}=location\", if that is where it is",
        quoted.join(", "),
        draft.unread[0]
    ))
}

/// What is said of an entry that goes in without a place.
pub(super) fn note(draft: &mut Draft) {
    if is_somewhere(draft) {
        return;
    }
    let said = said(draft);
    if let Some(follows) = FOLLOWS.iter().find(|words| said.contains(**words)) {
        let title = draft.text_of("title").unwrap_or_default().to_owned();
        draft.notes.push(format!(
            "“{title}” has no place: it says that the place follows (“{follows}”)"
        ));
    } else if is_online(draft) {
        let title = draft.text_of("title").unwrap_or_default().to_owned();
        draft.notes.push(format!(
            "“{title}” has no place: it seems to be a meeting on the net"
        ));
    }
}

fn is_somewhere(draft: &Draft) -> bool {
    let location = draft.location.as_deref().unwrap_or_default();
    !location.trim().is_empty() || WHERE.iter().any(|field| draft.fields.contains_key(*field))
}

fn is_online(draft: &Draft) -> bool {
    let said = said(draft);
    draft.fields.contains_key("online") || ONLINE.iter().any(|word| said.contains(word))
}

/// The title, the kind and the beginning of the description, folded.
fn said(draft: &Draft) -> String {
    let fields = ["title", "kind", "description"];
    let texts = fields.map(|field| draft.text_of(field).unwrap_or_default());
    let start = |text: &str| text.chars().take(300).collect::<String>();
    fold(&texts.map(start).join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(title: &str, unread: &[&str]) -> Draft {
        let mut draft = Draft::example(title);
        draft.put("title", title);
        draft.unread = unread.iter().map(|heading| (*heading).to_owned()).collect();
        draft
    }

    #[test]
    fn nothing_goes_in_without_a_place_in_silence() {
        for (title, unread, refused, noted) in [
            ("March", &["Zorb"][..], true, false),
            ("March", &[][..], false, false),
            ("Lichterzug (Ort folgt)", &[][..], false, true),
            ("Rally, location TBA", &[][..], false, true),
            ("Webinar: our rights", &["Zorb"][..], false, true),
            ("Phone bank for peace", &[][..], false, true),
        ] {
            let mut draft = draft(title, unread);
            assert_eq!(reason(&draft).is_some(), refused, "{title}");
            note(&mut draft);
            assert_eq!(!draft.notes.is_empty(), noted, "{title}");
        }
        let mut placed = draft("Webinar", &["Zorb"]);
        placed.put("city", "Bonn");
        assert_eq!(reason(&placed), None);
    }
}
