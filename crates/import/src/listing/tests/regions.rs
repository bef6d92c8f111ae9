//! Regions behind cities, and above them.

use super::{check_line, listed, refused};

#[test]
fn a_region_behind_a_city_belongs_to_it() {
    for (line, expected) in [
        (
            "Naples, Florida – 10:30 AM – Courthouse",
            "T10:30 Naples, Florida|Courthouse",
        ),
        (
            "Naples, Florida, USA – 10:30 AM – Courthouse",
            "T10:30 Naples, Florida, USA|Courthouse",
        ),
        ("Moscú, Idaho – 13:00 – Plaza", "T13:00 Moscú, Idaho|Plaza"),
        ("Vigil – 7pm – Wells, Somerset", "T19:00 Wells, Somerset|"),
        ("Demo – noon – Exeter, Devon", "T12:00 Exeter, Devon|"),
        (
            "13:00 London Road, Brighton, England",
            "T13:00 Brighton, England|London Road",
        ),
        // The same city twice is one.
        (
            "Leeds – Vigil – 2pm – City Square, Leeds",
            "T14:00 Leeds|City Square",
        ),
        // Victoria is no state of a country that has a Leeds.
        ("Leeds, Victoria – 2pm", "T14:00 Leeds|Victoria"),
    ] {
        check_line(line, expected);
    }
    refused(
        "20 March 2027\n\nVigil – 7pm – Dublin, Cork",
        0,
        "it names several cities",
    );
}

/// The regions of the entries of a listing.
#[track_caller]
fn check_regions(text: &str, expected: &[Option<&str>]) {
    let reading = listed(text);
    let regions = reading.drafts.iter().map(|draft| draft.text_of("region"));
    assert_eq!(regions.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_title_that_names_the_region_of_its_cities_says_where_they_are() {
    let andalusia = Some("Andalucía");
    check_regions(
        "Convocatorias – Andalucía\n\n8 de marzo de 2027\nSevilla: 19h, Plaza Nueva\nGranada: 18h, Fuente\n\
         Córdoba: 12h, Tendillas\nMadrid: 12h, Sol\nJaén: 12h, Plaza",
        &[andalusia, andalusia, andalusia, None, andalusia],
    );
    check_regions(
        "Actions – Ontario\n\n8 March 2027\nLondon: 7pm, Victoria Park\nHamilton: 6pm, City Hall\nToronto: 5pm, City Hall",
        &[Some("Ontario"), Some("Ontario"), Some("Ontario")],
    );
    // Hardly a city of it.
    check_regions(
        "Actions – Victoria\n\n8 March 2027\nLeeds: 7pm, Briggate\nYork: 6pm, Minster\nHull: 5pm, City Hall",
        &[None, None, None],
    );
}

/// The cities of a listing with the region and country of their headings and flags.
#[track_caller]
fn check_above(text: &str, expected: &[&str]) {
    let reading = listed(&format!("20 March 2027\n\n{text}"));
    let described = reading.drafts.iter().map(|draft| {
        let text = |field: &str| draft.text_of(field).unwrap_or_default();
        let city = draft.location.as_deref().unwrap_or_default();
        format!("{city}|{}|{}", text("region"), text("country"))
    });
    assert_eq!(described.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_district_over_towns_of_which_one_lies_in_it_is_that_of_all() {
    check_above(
        "Devon\nBradford – 2pm, High St\nExeter – 2pm, Guildhall",
        &["Bradford|Devon|GB", "Exeter|Devon|GB"],
    );
    check_above(
        "Isère (38)\n\nRoussillon – 15h, place\nGrenoble – 15h, gare",
        &["Roussillon|Isère|FR", "Grenoble|Isère|FR"],
    );
    check_above(
        "Provincia di Verona\nRivoli: ore 10, piazza\nLegnago: ore 12, piazza",
        &["Rivoli|Verona|IT", "Legnago|Verona|IT"],
    );
    // The city, over its own squares.
    check_above(
        "Barcelona\nPlaça Catalunya: 12h\nPlaça Espanya: 18h",
        &["Barcelona||", "Barcelona||"],
    );
}

#[test]
fn a_flag_before_a_city_is_that_of_its_country() {
    check_above(
        "🇨🇱 Santiago: 19h, Plaza Italia\n🇦🇷 Córdoba: 18h, Plaza\n🇦🇺 Newcastle – 10am, Civic Park",
        &["Santiago||CL", "Córdoba||AR", "Newcastle||AU"],
    );
    // What the action is about.
    check_above("🇵🇸 Leeds – 2pm, City Square", &["Leeds||"]);
}

#[test]
fn the_abbreviation_of_a_district_ends_nothing() {
    for (line, expected) in [
        (
            "Lkr. Rosenheim: Rosenheim, Loretowiese, 10 Uhr",
            "T10:00 Rosenheim, Lkr. Rosenheim|Loretowiese",
        ),
        (
            "Lkr. Straubing-Bogen: Bogen, Stadtplatz, 13 Uhr",
            "T13:00 Bogen, Lkr. Straubing-Bogen|Stadtplatz",
        ),
        (
            "Reg. Niederbayern: Landshut, Altstadt, 11 Uhr",
            "T11:00 Landshut, Reg. Niederbayern|Altstadt",
        ),
        (
            "pow. płocki: Gąbin, rynek, 15:00",
            "T15:00 Gąbin, pow. płocki|rynek",
        ),
        (
            "Płock, woj. mazowieckie, rynek, 15:00",
            "T15:00 Płock, woj. mazowieckie|rynek",
        ),
    ] {
        check_line(line, expected);
    }
}
