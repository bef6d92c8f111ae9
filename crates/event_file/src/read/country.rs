//! Country codes: ISO 3166-1 alpha-2, with XK for Kosovo as the European Union and CLDR use it.

use std::cmp::Ordering;

use super::scope::Reading;
use crate::event::Text;
use crate::problem::ProblemKind;

/// Every code assigned, in order.
const CODES: &str = "\
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH \
ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT \
HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS \
LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI \
NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG \
SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG \
UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// Codes people write for a country that has another one.
const MEANT: [(&str, &str); 2] = [("UK", "GB"), ("EL", "GR")];

/// Whether it is a country's code, in capitals.
pub(super) fn is_country(code: &str) -> bool {
    let (mut low, mut high) = (0, CODES.len().div_ceil(3));
    while low < high {
        let middle = usize::midpoint(low, high);
        match CODES
            .get(3 * middle..3 * middle + 2)
            .map(|known| known.cmp(code))
        {
            Some(Ordering::Equal) => return true,
            Some(Ordering::Less) => low = middle + 1,
            Some(Ordering::Greater) | None => high = middle,
        }
    }
    false
}

/// Reads a country code. Small letters are raised; names are not guessed.
pub(super) fn country(text: &str) -> Reading<Text> {
    if is_country(text) {
        return Reading::Good(text.into());
    }
    let text = text.trim();
    if text.len() == 2 {
        let raised = text.to_ascii_uppercase();
        if is_country(&raised) {
            return Reading::Lenient(
                raised.as_str().into(),
                ProblemKind::CountryCase,
                Some(raised),
            );
        }
        let meant = MEANT.iter().find(|(written, _)| *written == raised);
        let write = meant.map(|(_, code)| (*code).to_owned());
        return Reading::Bad(ProblemKind::UnknownCountry, write);
    }
    Reading::Bad(ProblemKind::UnknownCountry, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, read: Option<&str>, write: Option<&str>) {
        let found = match country(text) {
            Reading::Good(code) => (Some(code), None),
            Reading::Lenient(code, _, write) => (Some(code), write),
            Reading::Bad(_, write) => (None, write),
        };
        assert_eq!(
            (found.0.as_deref(), found.1.as_deref()),
            (read, write),
            "{text}"
        );
    }

    #[test]
    fn codes_are_read_and_names_are_not() {
        check("FR", Some("FR"), None);
        check("PS", Some("PS"), None);
        check("XK", Some("XK"), None);
        check("fr", Some("FR"), Some("FR"));
        check(" FR ", Some("FR"), Some("FR"));
        check("UK", None, Some("GB"));
        check("uk", None, Some("GB"));
        check("XX", None, None);
        check("France", None, None);
        check("FRA", None, None);
        check("R ", None, None);
    }

    #[test]
    fn the_list_is_whole() {
        let codes: Vec<&str> = CODES.split(' ').collect();
        assert_eq!(codes.len(), 250, "249 codes and XK");
        assert!(codes.is_sorted());
    }
}
