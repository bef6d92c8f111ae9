//! Another city in the words of an entry, where nothing says what it is there: an event of its own may be lost in them.

use super::Document;
use super::places::Places;
use super::places::several_cities::parts;
use crate::draft::Draft;
use crate::when::streets;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// Fewer people live in places whose names are those of squares, pubs and people as well.
const LEAST_PEOPLE: u32 = 20_000;

/// Marks between the parts of a text.
const MARKS: [char; 14] = [
    ',', ';', '/', '|', '(', ')', '+', '&', '\n', '–', '—', '،', '、', '·',
];

impl Document<'_> {
    /// Says so of each entry of which nothing else is said.
    pub fn report_other_cities(&mut self) {
        let places = self.places;
        for draft in self
            .reading
            .drafts
            .iter_mut()
            .filter(|draft| draft.notes.is_empty())
        {
            if let Some(city) = other_city(draft, places) {
                draft.notes.push(format!(
                    "its words name another city, “{city}”: if something takes place there, write a line for it"
                ));
            }
        }
    }
}

/// The first city of the entry's country among the parts of its place, address and description that is not its own.
fn other_city(draft: &Draft, places: &Places) -> Option<String> {
    let location = draft.location.as_deref()?;
    let own = location.split([',', '(']).next().unwrap_or_default().trim();
    let countries = match draft.text_of("country") {
        Some(country) => vec![country.to_owned()],
        None => places.countries(own),
    };
    let texts = ["place", "address", "description"].map(|field| draft.text_of(field));
    let texts = texts
        .into_iter()
        .flatten()
        .filter(|text| !is_of_travel(text));
    let named = texts
        .flat_map(|text| text.split(MARKS))
        .map(str::trim)
        .flat_map(parts);
    let mut named = named.filter(|part| !part.is_empty() && !location.contains(part));
    let found = named.find(|part| {
        let there =
            |country: &String| places.has_people(part.as_str(), Some(country), LEAST_PEOPLE);
        let square = streets::is_called(part) || streets::ends_like_square(part);
        !square
            && places.is_city(part, None)
            && countries.iter().any(there)
            && !places.may_be_one(own, part)
    })?;
    Some(found)
}

/// “Coaches from Hull, York”: where people come from.
fn is_of_travel(text: &str) -> bool {
    let tokens = tokens(text);
    Purpose::Travel.phrases().within(&tokens)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::options::Options;

    /// The notes of the only entry below a day.
    fn notes(line: &str) -> String {
        let options = Options::new("2023-11-01".parse().unwrap());
        let reading = read(
            &format!("4.11.2023\n\n{line}"),
            &"listing.txt".into(),
            &options,
        );
        let notes: Vec<String> = reading
            .drafts
            .into_iter()
            .flat_map(|draft| draft.notes)
            .collect();
        notes.join("; ")
    }

    #[test]
    fn a_city_among_the_words_is_said() {
        for (line, city) in [
            ("Gera: 17 Uhr, Museumsplatz (Jena)", "Jena"),
            ("Leeds, 6pm, City Square + Bradford", "Bradford"),
            ("Gera: 17 Uhr, Museumsplatz (auch Suhl und Jena)", "Jena"),
        ] {
            let notes = notes(line);
            let said = format!("another city, “{city}”");
            assert!(notes.contains(&said), "{line}: {notes}");
        }
    }

    #[test]
    fn other_names_are_not() {
        for line in [
            "Leeds, 6pm, City Square",
            "London, 6pm, Trafalgar Square, coaches from Hull, York",
            "Kassel, 15 Uhr, Königsplatz, Musik und Reden",
            "Genève, 15h, place de Neuve",
            "Dresden, 15 Uhr, Neumarkt",
        ] {
            assert_eq!(notes(line), "", "{line}");
        }
    }
}
