//! What headings and cells of flags say, in many languages.

use event_file::event::Status;

use super::{Means, Says, means, says};

#[track_caller]
fn check(heading: &str, cell: &str, expected: Says) {
    let means = means(heading).unwrap_or_else(|| panic!("{heading} is no flag"));
    assert_eq!(says(means, cell), expected, "{heading}: {cell}");
}

#[test]
fn an_event_that_may_not_be_shown_is_private() {
    for (heading, cell) in [
        ("Öffentlich", "nein"),
        ("Veröffentlichen?", "nein"),
        ("Nicht veröffentlichen", "x"),
        ("Freigegeben", "nein"),
        ("Público", "no"),
        ("Publié", "non"),
        ("Public ?", "non"),
        ("Publier sur le site", "non"),
        ("Confidentiel", "x"),
        ("Interno", "sí"),
        ("Pubblico", "no"),
        ("Aprovado", "Não"),
        ("Openbaar", "nee"),
        ("Offentlig", "nej"),
        ("Julkinen", "ei"),
        ("Opublikowane", "nie"),
        ("Zveřejnit", "ne"),
        ("Nyilvános", "nem"),
        ("Δημόσιο", "όχι"),
        ("Herkese açık mı?", "hayır"),
        ("Опубликовано", "нет"),
        ("Внутреннее", "да"),
        ("منشور", "لا"),
        ("עמוד ציבורי", "לא"),
        ("公開してよいですか", "いいえ"),
        ("非公開", "はい"),
        ("공개", "아니요"),
        ("公开", "否"),
        ("OK to publish?", "No"),
        ("OK to publish?", "No, internal only"),
        ("Is the event public?", "no"),
        ("is_public", "FALSE"),
        ("approved", "false"),
        ("Draft", "yes"),
        ("Internal only", "yes"),
        ("Do not publish", "x"),
        ("deleted", "true"),
        ("deleted_at", "2023-11-01T00:00:00Z"),
        ("Approved", "❌"),
    ] {
        check(heading, cell, Says::Private);
    }
    for (heading, cell) in [
        ("Öffentlich", "ja"),
        ("Nicht veröffentlichen", "nein"),
        ("Draft", "no"),
        ("非公開", "いいえ"),
        ("公開", "はい"),
        ("deleted", "0"),
        ("Published", "✅"),
    ] {
        check(heading, cell, Says::Fine);
    }
    check("Public or private?", "private", Says::Private);
    check("Internal notes", "ask Eva", Says::LeftOut);
    check("Published", "in the newspaper", Says::Text);
}

#[test]
fn whether_it_takes_place() {
    for (heading, cell, status) in [
        ("Zrušeno", "ano", Status::Cancelled),
        ("Anulat", "da", Status::Cancelled),
        ("Elmarad", "igen", Status::Cancelled),
        ("Odpovedano", "da", Status::Cancelled),
        ("Otkazano", "DA", Status::Cancelled),
        ("Findet statt?", "nein", Status::Cancelled),
        ("Happening?", "no", Status::Cancelled),
        ("Cancelado em", "20/11/2023", Status::Cancelled),
        ("Aura lieu", "non", Status::Cancelled),
        ("Confirmado", "Não", Status::Tentative),
        ("Bestätigt", "nein", Status::Tentative),
        ("Not confirmed", "x", Status::Tentative),
        ("Tentative?", "yes", Status::Tentative),
        ("Verschoben", "ja", Status::Postponed),
        ("Aplazado", "sí", Status::Postponed),
        ("Confirmed", "cancelled", Status::Cancelled),
    ] {
        check(heading, cell, Says::Status(status));
    }
    for (heading, cell) in [
        ("Verschoben auf", "11.11.2023"),
        ("New date", "2023-11-11"),
        ("Nova data", "02/12/2023"),
        ("Moved to", "11 November 2023"),
    ] {
        check(heading, cell, Says::Day);
    }
    check("Moved", "yes", Says::Unclear);
    check("Cancelled", "ask Eva", Says::Unclear);
    check("Happening?", "yes", Says::Fine);
    check("Otkazano", "NE", Says::Fine);
    check("Confirmed", "yes", Says::Fine);
}

#[test]
fn what_asks_nothing_of_the_event_is_no_flag() {
    for heading in [
        "Public transport nearby",
        "Öffentliche Verkehrsmittel",
        "Photos may be published",
        "Cancellation policy",
        "Remarks",
        "Email (public)",
        "Republic",
        "Bus",
        "Conference",
        "Attendance",
    ] {
        assert_eq!(means(heading), None, "{heading}");
    }
    assert_eq!(means("Public"), Some(Means::Public));
}
