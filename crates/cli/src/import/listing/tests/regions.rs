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
