//! The fields an event has in the file, each with its name and its place in a row of cells.

macro_rules! fields {
    ($($variant:ident = $name:literal,)+) => {
        /// A field of an event. `Field as usize` is its place in a row of cells.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Field {
            $($variant,)+
        }

        impl Field {
            /// Every field, in the order in which they are written.
            pub(crate) const ALL: &[Field] = &[$(Field::$variant,)+];

            /// Its name in the file.
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Field::$variant => $name,)+
                }
            }

            /// The field of that name.
            pub(crate) fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Field::$variant),)+
                    _ => None,
                }
            }
        }
    };
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
