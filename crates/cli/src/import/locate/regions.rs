//! The abbreviations by which states and provinces are known in addresses.

/// A country's states, by their abbreviations. Source: ISO 3166-2.
const STATES: [(&str, &str); 3] = [
    (
        "US",
        "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,\
        DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,\
        LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,\
        NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,\
        OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,\
        UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming",
    ),
    (
        "CA",
        "AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NS Nova Scotia,\
        ON Ontario,PE Prince Edward Island,QC Quebec,SK Saskatchewan",
    ),
    (
        "AU",
        "NSW New South Wales,QLD Queensland,SA South Australia,TAS Tasmania,VIC Victoria,WA Western Australia,\
        ACT Australian Capital Territory,NT Northern Territory",
    ),
];

/// The states that an abbreviation in capitals, or a name, may mean: country and full name.
pub(super) fn states(text: &str) -> Vec<(&'static str, &'static str)> {
    let text = text.trim().replace('.', "");
    let of = |(country, states): (&'static str, &'static str)| {
        states
            .split(',')
            .filter_map(move |state| Some((country, state.trim().split_once(' ')?)))
    };
    let all = STATES.into_iter().flat_map(of);
    let meant = all.filter(|(_, (short, name))| *short == text || super::same(name, &text));
    meant.map(|(country, (_, name))| (country, name)).collect()
}

/// Whether a region's name is what a text says.
pub(super) fn is(region: Option<&str>, country: &str, text: &str) -> bool {
    let Some(region) = region else { return false };
    super::same(region, text)
        || states(text).iter().any(|(of, name)| {
            *of == country
                && (super::same(name, region)
                    || *name == "District of Columbia" && region.starts_with("Washington"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_by_abbreviation() {
        assert_eq!(
            states("WA"),
            [("US", "Washington"), ("AU", "Western Australia")]
        );
        assert_eq!(states("D.C."), [("US", "District of Columbia")]);
        assert_eq!(states("ontario"), [("CA", "Ontario")]);
        assert_eq!(states("wa"), []);
        assert!(is(Some("Illinois"), "US", "IL") && !is(Some("Illinois"), "US", "IN"));
    }
}
