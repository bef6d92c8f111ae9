//! Every kind of problem and every outcome, each with the key of its sentence.

/// Declares an enum whose variants each have a key, and the list of all of them.
macro_rules! keyed {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// Every one there is.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The last part of the key of its sentence in the interface texts.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }
        }
    };
}

keyed! {
    /// What is wrong. The sentence is the interface text `problem.<key>`, with `{{field}}` and `{{value}}`.
    ProblemKind {
        // The file
        /// `features` without `"type": "FeatureCollection"`.
        NoCollectionType = "no_collection_type",
        /// `format` is not `marchmap/1`.
        UnknownFormat = "unknown_format",
        /// Bytes that are not text in the file's encoding.
        InvalidText = "invalid_text",
        /// An escape for half a character (`\ud83d` alone).
        HalfCharacter = "half_character",
        /// A bare `NaN` or `Infinity`, or a number too large to be kept.
        NotJsonNumber = "not_json_number",
        /// A list is there twice in the file's outermost object.
        RepeatedList = "repeated_list",
        // Entries
        /// An entry is something else than an object.
        NotAnEvent = "not_an_event",
        /// A field that should be an object is something else.
        NotAnObject = "not_an_object",
        /// An entry says nothing.
        EmptyEntry = "empty_entry",
        /// The same name twice in one object.
        RepeatedField = "repeated_field",
        /// No `title`.
        MissingTitle = "missing_title",
        /// No `start`.
        MissingStart = "missing_start",
        /// `id` holds more than `A-Z a-z 0-9 . _ ~ -`.
        IdForm = "id_form",
        /// An earlier entry has the same `id`.
        RepeatedId = "repeated_id",
        /// An earlier entry without an id has the same title, start and city.
        RepeatedEntry = "repeated_entry",
        // Texts
        /// Something that is no text where a text belongs.
        NotText = "not_text",
        /// A number where a text belongs.
        NumberForText = "number_for_text",
        /// More than 30 combining marks on one letter.
        TooManyMarks = "too_many_marks",
        /// A known word written differently (`Cancelled`).
        Spelling = "spelling",
        // Dates
        /// None of the three forms.
        NotADate = "not_a_date",
        /// No such day in the calendar.
        NoSuchDay = "no_such_day",
        /// No such time on the clock.
        NoSuchTime = "no_such_time",
        /// Understood, but not in one of the three forms.
        DateForm = "date_form",
        /// An offset no place on Earth uses.
        OffsetTooLarge = "offset_too_large",
        /// `end` is before `start`.
        EndBeforeStart = "end_before_start",
        /// No IANA zone id.
        NotAZone = "not_a_zone",
        // Places
        /// A coordinate that is no number.
        NotANumber = "not_a_number",
        /// A number written as text.
        NumberAsText = "number_as_text",
        /// A latitude past 90.
        LatOutOfRange = "lat_out_of_range",
        /// A longitude past 180.
        LonOutOfRange = "lon_out_of_range",
        /// A latitude past 90 that would be right as the longitude.
        Swapped = "swapped",
        /// `lat` without `lon`, or the other way round.
        OnlyOneCoordinate = "only_one_coordinate",
        /// 0, 0: what spreadsheets and geocoders write for “unknown”.
        NullIsland = "null_island",
        /// A GeoJSON geometry that is no readable Point.
        NotAPoint = "not_a_point",
        /// `lat` and `lon` differ from the GeoJSON geometry.
        TwoPositions = "two_positions",
        /// No ISO 3166-1 alpha-2 code.
        UnknownCountry = "unknown_country",
        /// A country code in small letters.
        CountryCase = "country_case",
        /// No such precision.
        UnknownPrecision = "unknown_precision",
        /// A route that is no list of at least two `[lat, lon]`.
        NotARoute = "not_a_route",
        // The rest
        /// No such status.
        UnknownStatus = "unknown_status",
        /// No BCP 47 language tag.
        NotALanguage = "not_a_language",
        /// An address that is never made a link.
        NotClickable = "not_clickable",
        /// An image address that is never loaded.
        NotLoadable = "not_loadable",
        /// A link without an address.
        NotALink = "not_a_link",
        /// A link that is not in a list, or not written as an object.
        LinkForm = "link_form",
        /// `translations` is no object of languages.
        NotTranslations = "not_translations",
        /// No number and no `low` and `high`.
        NotAttendance = "not_attendance",
        /// `low` is above `high`.
        LowAboveHigh = "low_above_high",
        /// Tiles without an address that has `{z}`, `{x}` and `{y}`.
        NotTiles = "not_tiles",
        /// No whole number from 0 to 30.
        NotAZoom = "not_a_zoom",
    }
}

keyed! {
    /// What was done about a problem. The sentence is the interface text `outcome.<key>`, with `{{field}}`.
    Outcome {
        /// The entry is kept in the file but not shown.
        NotShown = "not_shown",
        /// It was read as if nothing were wrong.
        ReadAnyway = "read_anyway",
        /// The value was read as the suggestion says.
        ReadSo = "read_so",
        /// The value is kept and shown as written.
        ShownAsWritten = "shown_as_written",
        /// A part of the value is shown, the whole is kept in the file.
        Shortened = "shortened",
        /// The value is kept in the file but not used.
        Ignored = "ignored",
        /// What could not be read is kept in the file; the rest of the field is used.
        PartlyUsed = "partly_used",
        /// The last of them counts.
        LastUsed = "last_used",
        /// All of them were read.
        AllRead = "all_read",
        /// Each became a replacement character.
        Replaced = "replaced",
        /// Each was kept as a text.
        KeptAsText = "kept_as_text",
        /// Listed without a title.
        WithoutTitle = "without_title",
        /// Listed without a date.
        WithoutDate = "without_date",
        /// Listed without a place on the map.
        WithoutPosition = "without_position",
        /// `lat` and `lon` were used, the geometry was not.
        FieldsUsed = "fields_used",
        /// Listed as unconfirmed, since it may be cancelled.
        Unconfirmed = "unconfirmed",
        /// Shown as known to the city only.
        Approximate = "approximate",
        /// Shown, but not as a link.
        NotALink = "not_a_link",
        /// An id was derived.
        IdDerived = "id_derived",
        /// The id got a suffix.
        IdSuffixed = "id_suffixed",
    }
}
