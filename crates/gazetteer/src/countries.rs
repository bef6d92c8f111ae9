//! Countries by what people call them: names in the languages of CLDR, ISO 3166-1 codes, other usual names.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::key::key;
use crate::unpack;

/// An ISO 3166-1 alpha-2 code in capitals, or XK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 2]);

impl Code {
    /// A code of two capital letters, whether or not there is such a country.
    pub fn new(letters: &str) -> Option<Self> {
        match letters.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(Self([*a, *b])),
            _ => None,
        }
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        // Two ASCII letters are always text.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Names no language of CLDR has, or has for something else.
const USUAL: &[(&str, &str)] = &[
    ("UK", "GB"),
    ("England", "GB"),
    ("Scotland", "GB"),
    ("Wales", "GB"),
    ("Northern Ireland", "GB"),
    ("Great Britain", "GB"),
    ("Britain", "GB"),
    ("Grande-Bretagne", "GB"),
    ("Gran Bretaña", "GB"),
    ("Großbritannien", "GB"),
    ("Inglaterra", "GB"),
    ("Angleterre", "GB"),
    ("Écosse", "GB"),
    ("Schottland", "GB"),
    ("Escocia", "GB"),
    ("USA", "US"),
    ("U.S.", "US"),
    ("United States of America", "US"),
    ("America", "US"),
    ("EE. UU.", "US"),
    ("EEUU", "US"),
    ("EUA", "US"),
    ("États-Unis d'Amérique", "US"),
    ("Estados Unidos de América", "US"),
    ("Estados Unidos da América", "US"),
    ("Stati Uniti d'America", "US"),
    ("Vereinigte Staaten von Amerika", "US"),
    ("Verenigde Staten van Amerika", "US"),
    ("الولايات المتحدة الأمريكية", "US"),
    ("United Kingdom of Great Britain and Northern Ireland", "GB"),
    ("Republic of China", "TW"),
    ("People's Republic of China", "CN"),
    ("Democratic People's Republic of Korea", "KP"),
    ("Amerika", "US"),
    ("UAE", "AE"),
    ("Holland", "NL"),
    ("The Netherlands", "NL"),
    ("Ivory Coast", "CI"),
    ("Burma", "MM"),
    ("Czech Republic", "CZ"),
    ("Macedonia", "MK"),
    ("Swaziland", "SZ"),
    ("Cape Verde", "CV"),
    ("East Timor", "TL"),
    ("DRC", "CD"),
    ("DR Congo", "CD"),
    ("Democratic Republic of the Congo", "CD"),
    ("Republic of the Congo", "CG"),
    ("Republic of Korea", "KR"),
    ("Korea", "KR"),
    ("Russian Federation", "RU"),
    ("Republic of Ireland", "IE"),
    ("State of Palestine", "PS"),
    ("Occupied Palestinian Territory", "PS"),
    ("Occupied Palestinian Territories", "PS"),
    ("Occupied Palestine", "PS"),
    ("Gaza Strip", "PS"),
    ("Gaza", "PS"),
    ("West Bank", "PS"),
    ("قطاع غزة", "PS"),
    ("الضفة الغربية", "PS"),
    ("KSA", "SA"),
    ("Türkei", "TR"),
    ("Turkey", "TR"),
    ("The Gambia", "GM"),
    ("The Bahamas", "BS"),
    ("The Philippines", "PH"),
    ("Viet Nam", "VN"),
    ("Brasil", "BR"),
    ("Hong Kong SAR", "HK"),
    ("Macau", "MO"),
    ("Vatican", "VA"),
    ("Bosnia", "BA"),
    ("Bosnien", "BA"),
    ("Trinidad", "TT"),
];

/// Territories that addresses are often written without, and the country written instead.
const TERRITORIES: &[(&str, &str)] = &[
    ("US", "AS GU MP PR VI"),
    ("FR", "BL GF GP MF MQ NC PF PM RE WF YT"),
    ("GB", "AI BM FK GG GI IM JE KY MS TC VG"),
    ("CN", "HK MO"),
    ("NL", "AW BQ CW SX"),
    ("DK", "FO GL"),
    ("FI", "AX"),
    ("NO", "SJ"),
    ("AU", "CC CX NF"),
    ("NZ", "CK NU TK"),
];

/// What stands before a country's name where it is written in full.
const IN_FULL: &[&str] = &[
    "republic of",
    "the republic of",
    "federal republic of",
    "islamic republic of",
    "kingdom of",
    "state of",
    "sultanate of",
    "principality of",
    "grand duchy of",
    "commonwealth of",
    "plurinational state of",
    "bolivarian republic of",
    "united republic of",
    "republique de",
    "republique du",
    "republica de",
    "republica del",
    "republica da",
    "republica do",
    "republik",
    "bundesrepublik",
    "reino de",
    "royaume de",
    "konigreich",
    "جمهوريه",
    "دوله",
    "مملكه",
];

/// What is known of countries, made by `cargo xtask data gazetteer`: a line each with code, alpha-3 code,
/// name in English, names in the page's other languages (`ar=…`), then keys, parted by tabs.
const COUNTRIES: &[u8] = include_bytes!("../data/countries.txt.gz");

struct Countries {
    by_key: HashMap<String, Code>,
    /// Names by language and code.
    names: HashMap<(String, Code), String>,
}

static ALL: OnceLock<Countries> = OnceLock::new();

/// The country a text means: an ISO 3166-1 code of two or three letters, or a name.
///
/// A name that means several countries in different languages is none.
pub fn code(text: &str) -> Option<Code> {
    let all = all();
    let key = key(text);
    let bare = || all.by_key.get(key.strip_prefix("the ")?);
    let in_full = || {
        IN_FULL.iter().find_map(|words| {
            let name = key.strip_prefix(words)?.strip_prefix(' ')?;
            all.by_key.get(name)
        })
    };
    all.by_key.get(&key).or_else(bare).or_else(in_full).copied()
}

/// A country's name in one of the page's languages.
pub fn name(code: &str, language: &str) -> Option<&'static str> {
    let key = (language.to_owned(), Code::new(code)?);
    all().names.get(&key).map(String::as_str)
}

/// What a country is called in a language, else in English.
pub fn name_or_english(code: &str, language: &str) -> Option<String> {
    let name = name(code, language).or_else(|| name(code, "en"));
    name.map(str::to_owned)
}

/// Whether `place` is the code of a territory of the country `of`, and often addressed as such.
pub fn belongs(place: &str, of: &str) -> bool {
    let own = TERRITORIES.iter().find(|(country, _)| *country == of);
    own.is_some_and(|(_, territories)| territories.split(' ').any(|one| one == place))
}

fn all() -> &'static Countries {
    ALL.get_or_init(|| {
        let text = unpack::text(COUNTRIES);
        let mut countries = Countries {
            by_key: HashMap::new(),
            names: HashMap::new(),
        };
        for line in text.lines() {
            countries.take(line);
        }
        for (name, code) in USUAL {
            if let Some(code) = Code::new(code) {
                countries.by_key.insert(key(name), code);
            }
        }
        countries
    })
}

impl Countries {
    fn take(&mut self, line: &str) {
        let mut fields = line.split('\t');
        let Some(code) = fields.next().and_then(Code::new) else {
            return;
        };
        let alpha3 = fields.next().unwrap_or_default();
        // Codes go before names that are written like them.
        self.by_key.insert(key(alpha3), code);
        self.by_key.insert(key(code.as_str()), code);
        if let Some(english) = fields.next() {
            let language = "en".to_owned();
            self.names.insert((language, code), english.to_owned());
        }
        for field in fields {
            match field.split_once('=') {
                Some((language, name)) => {
                    let language = language.to_owned();
                    self.names.insert((language, code), name.to_owned());
                }
                None => {
                    self.by_key.entry(field.to_owned()).or_insert(code);
                }
            }
        }
    }
}
