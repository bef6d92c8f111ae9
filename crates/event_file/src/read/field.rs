//! The fields an event has in the file, each with its name and its place in a row of cells.

macro_rules! fields {
    ($($variant:ident = $name:literal,)+) => {
        /// A field of an event. `Field as usize` is its place in a row of cells.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is the field of that name in the event file")]
        pub enum Field {
            $($variant,)+
        }

        impl Field {
            /// Every field, in the order in which they are written.
            pub const ALL: &[Field] = &[$(Field::$variant,)+];

            /// Its name in the file.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Field::$variant => $name,)+
                }
            }

        }
    };
}

/// How many places the table of fields by name has.
const PLACES: usize = 128;

/// The fields, each at its name's place in the table; `u8::MAX` where there is none.
const BY_NAME: [u8; PLACES] = {
    let mut places = [u8::MAX; PLACES];
    let mut at = 0;
    while at < Field::ALL.len() {
        let place = place(Field::ALL[at].name().as_bytes());
        assert!(
            places[place] == u8::MAX,
            "two fields at one place: other factors are needed"
        );
        places[place] = at as u8;
        at += 1;
    }
    places
};

/// A name's place, by its length and its ends; the factors are those that part all fields.
#[inline]
const fn place(name: &[u8]) -> usize {
    let [first, .., last] = name else {
        return 0;
    };
    (name.len() * 9 + *first as usize + *last as usize * 4) % PLACES
}

impl Field {
    /// The field of that name.
    #[inline]
    pub fn named(name: &str) -> Option<Self> {
        let at = BY_NAME[place(name.as_bytes())];
        let field = *Self::ALL.get(usize::from(at))?;
        (field.name() == name).then_some(field)
    }
}

fields! {
    Id = "id",
    Title = "title",
    Kind = "kind",
    Start = "start",
    End = "end",
    Timezone = "timezone",
    Status = "status",
    Previously = "previously",
    Place = "place",
    Address = "address",
    City = "city",
    Region = "region",
    Country = "country",
    Lat = "lat",
    Lon = "lon",
    Precision = "precision",
    Route = "route",
    Online = "online",
    Organizers = "organizers",
    Tags = "tags",
    Campaign = "campaign",
    Url = "url",
    Source = "source",
    Links = "links",
    Description = "description",
    Image = "image",
    ImageAlt = "image_alt",
    Language = "language",
    Translations = "translations",
    Accessibility = "accessibility",
    Attendance = "attendance",
    Verified = "verified",
    Updated = "updated",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_name_and_nothing_else_is() {
        for field in Field::ALL {
            assert_eq!(Field::named(field.name()), Some(*field));
        }
        for name in ["", "i", "Title", "titles", "tixle", "x-internal", "é"] {
            assert_eq!(Field::named(name), None, "{name}");
        }
    }
}
