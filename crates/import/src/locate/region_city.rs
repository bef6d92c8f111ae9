//! Regions that are cities: in a column of regions, Seoul, İstanbul and Hamburg name the city as well.

use super::free::Known;
use super::locator::Locator;
use super::named::Named;
use super::parts::parts;
use super::regions;
use crate::draft::Draft;
use crate::when::streets;

/// Words for a kind of region that end its name.
const KINDS: [&str; 8] = [
    "都",
    "府",
    "県",
    "市",
    "特别市",
    "특별시",
    "광역시",
    "특별자치시",
];

/// Fewer people live in a village.
const VILLAGE: u32 = 5_000;

/// A region of which so few people live outside of the city, for each in it, is the city.
const SMALL: f64 = 0.1;

/// A region of which less live outside may be meant as its city.
const SMALLER: f64 = 0.5;

/// “新宿駅東口”, “霞門”, “国会議事堂前”: a spot in a city.
fn is_spot(word: &str) -> bool {
    const ENDS: [char; 5] = ['口', '前', '門', '館', '園'];
    word.ends_with(ENDS) || streets::is_called(word)
}

impl<'g> Locator<'g> {
    /// The city that an entry's region is, where that is where its place must be: nearly all of the region is that city, or
    /// most of it is and the place, `text`, is called like a street, square or building rather than like another town.
    pub(super) fn of_region(&mut self, draft: &mut Draft, text: &str) -> Option<String> {
        let region = draft.text_of("region")?.to_owned();
        let country = draft.text_of("country").map(str::to_owned);
        let country = country.or_else(|| self.set_country());
        let gazetteer = self.gazetteer;
        let known = Known {
            country: country.as_deref(),
            region: None,
        };
        // “東京都”, “서울특별시”: what kind of region it is stands behind its name.
        let bare = KINDS.iter().find_map(|kind| region.strip_suffix(kind));
        let names = [Some(region.as_str()), bare].into_iter().flatten();
        let found: Vec<_> = names
            .map(|name| (name.to_owned(), self.places(name, known)))
            .collect();
        let (name, places) = found.into_iter().find(|(_, places)| !places.is_empty())?;
        let [place] = places[..] else {
            return None;
        };
        // Rows of towns below rows of provinces: “수원” below “서울”. A village is no district of such a town: the gazetteer
        // may not know it as a province.
        if bare.is_none() && !text.is_empty() && !regions::is_region(gazetteer, &region, None) {
            draft.notes.push(of_that_name(&region));
            return Some(region);
        }
        // The gazetteer may know the region by its Latin name alone.
        let called_so = match regions::is_region(gazetteer, &region, Some(&place.country)) {
            true => regions::holds(gazetteer, place, &region) || bare.is_some(),
            false => gazetteer.lies_in(place, &place.name),
        };
        let key = [place.country.to_string(), place.name.to_string()];
        let rest = self.rest_of_region.entry(key);
        let rest = *rest.or_insert_with(|| gazetteer.rest_of_region(place).unwrap_or(f64::MAX));
        // “大阪府”, “京都府”, “東京都”: the prefectures that people name and mean the city.
        if !called_so || rest > SMALLER && !region.ends_with(['府', '都']) {
            return None;
        }
        if rest > SMALL {
            let mut parts = parts(text).into_iter();
            let mut words = text.split_whitespace();
            if !(region.ends_with('都') && words.any(is_spot)) {
                parts.find(|part| streets::is_called(&part.written))?;
            }
            draft.notes.push(of_that_name(&region));
        }
        Some(name)
    }

    /// Of a village in a region that is a city, that city: Kadıköy in İstanbul is a district of half a million, which the
    /// gazetteer does not have, and a village far outside. The entry keeps its name.
    pub(super) fn district_of_region(&mut self, draft: &mut Draft, named: Named<'g>) -> Named<'g> {
        let Named::Places(places) = &named else {
            return named;
        };
        let [village] = places[..] else {
            return named;
        };
        let Some(name) = draft.text_of("city").map(str::to_owned) else {
            return named;
        };
        let region = match village.population < VILLAGE {
            true => self.of_region(draft, ""),
            false => None,
        };
        let Some(region) = region.filter(|region| *region != name) else {
            return named;
        };
        let known = Known {
            country: Some(&village.country),
            region: None,
        };
        let city = self.places(&region, known);
        draft.notes.push(format!(
            "{name} is taken for a district of {region}, not for the village of that name: it has the position of {region}"
        ));
        Named::Places(city)
    }

    /// Whether a city that is not known must be a district of the city that its region is, as Beyoğlu is one of İstanbul. The
    /// entry keeps its name beside the place, and that is said.
    pub(super) fn is_district(&mut self, draft: &mut Draft, district: &str) -> bool {
        // A village of a larger region is no district of its capital.
        let Some(city) = self.of_region(draft, "") else {
            return false;
        };
        let own = draft.text_of("place").or(draft.text_of("address"));
        let field = if draft.text_of("place").is_some() {
            "address"
        } else {
            "place"
        };
        if own.is_none_or(|own| !own.contains(district)) {
            let beside = draft.text_of(field).map(|own| format!("{own}, {district}"));
            draft.put(field, beside.as_deref().unwrap_or(district));
        }
        draft.notes.push(format!(
            "{district} is taken for a part of {city}, its region"
        ));
        true
    }
}

fn of_that_name(region: &str) -> String {
    format!("its region, {region}, is taken for the city of that name")
}

#[cfg(test)]
mod tests {
    use gazetteer::Gazetteer;

    use super::super::Locator;
    use crate::draft::Draft;

    #[track_caller]
    fn check(country: &str, region: &str, place: &str, expected: Option<(&str, &str)>) {
        let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
        let mut draft = Draft::example("");
        for (field, text) in [("country", country), ("region", region), ("place", place)] {
            draft.put(field, text);
        }
        let located = locator.locate(draft);
        let found = located.as_ref().ok().and_then(|draft| {
            Some((
                draft.text_of("city")?,
                draft.text_of("place").unwrap_or_default(),
            ))
        });
        assert_eq!(found, expected, "{region}: {place}");
    }

    #[test]
    fn a_region_that_is_a_city_places_its_squares() {
        check("KR", "서울", "광화문광장", Some(("서울", "광화문광장")));
        check("KR", "수원", "수원역 광장", Some(("수원", "수원역 광장")));
        check(
            "KR",
            "부산",
            "서면 쥬디스태화",
            Some(("부산", "서면 쥬디스태화")),
        );
        check(
            "TR",
            "İZMİR",
            "Gündoğdu Meydanı",
            Some(("İzmir", "Gündoğdu Meydanı")),
        );
        check(
            "DE",
            "Hamburg",
            "Rathausmarkt",
            Some(("Hamburg", "Rathausmarkt")),
        );
        check("JP", "東京都", "日比谷公園", Some(("東京都", "日比谷公園")));
        check("JP", "大阪府", "中之島公園", Some(("大阪", "中之島公園")));
        check("AT", "Wien", "Heldenplatz", Some(("Wien", "Heldenplatz")));
        check(
            "TR",
            "Diyarbakır",
            "İstasyon Meydanı",
            Some(("Diyarbakır", "İstasyon Meydanı")),
        );
    }

    #[test]
    fn a_district_that_is_not_known_lies_in_the_city_of_its_region() {
        for (country, region, district, expected) in [
            ("TR", "İstanbul", "Beyoğlu", Some(("İstanbul", "Beyoğlu"))),
            ("TR", "İstanbul", "Kadıköy", Some(("Kadıköy", ""))),
            ("TR", "İstanbul", "Üsküdar", Some(("Üsküdar", ""))),
            (
                "DE",
                "Hamburg",
                "Karoviertel",
                Some(("Hamburg", "Karoviertel")),
            ),
            ("ES", "Granada", "Cájarillo", None),
            ("TR", "Bursa", "Kayapaköy", None),
            ("KR", "수원", "없는마을", None),
        ] {
            let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
            let mut draft = Draft::example("");
            for (field, text) in [("country", country), ("region", region), ("city", district)] {
                draft.put(field, text);
            }
            let located = locator.locate(draft);
            let found = located.as_ref().ok().and_then(|draft| {
                Some((
                    draft.text_of("city")?,
                    draft.text_of("place").unwrap_or_default(),
                ))
            });
            assert_eq!(found, expected, "{region}: {district}");
        }
    }

    #[test]
    fn a_village_in_a_region_that_is_a_city_is_a_district_of_it() {
        let mut locator = Locator::new(Gazetteer::embedded(), false, &[]);
        for (city, lat) in [("Kadıköy", 41.0), ("Üsküdar", 41.0), ("Silivri", 41.1)] {
            let mut draft = Draft::example("");
            draft.put("country", "TR");
            draft.put("region", "İstanbul");
            draft.put("city", city);
            let located = locator.locate(draft).unwrap();
            let found = located.fields["lat"].as_f64().unwrap();
            assert!((found - lat).abs() < 0.05, "{city}: {found}");
            assert_eq!(located.text_of("city"), Some(city));
            let said = located.notes.iter().any(|note| note.contains("district"));
            assert_eq!(said, city == "Kadıköy");
        }
    }

    #[test]
    fn another_town_of_a_region_is_not_its_capital() {
        check("ES", "Granada", "Motril", Some(("Motril", "")));
        check("ES", "Granada", "Cájarillo", None);
        check("US", "New York", "Springvillage", None);
        check("DE", "Bayern", "Marktplatz", None);
        check("ES", "Andalucía", "Plaza Nueva", None);
    }
}
