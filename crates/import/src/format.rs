//! The formats of sources.

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Comma, semicolon or tab separated values with headings
    Csv,
    /// iCalendar (.ics)
    Ics,
    /// A Marchmap event file, or its GeoJSON
    Marchmap,
    /// GeoJSON of other programs
    Geojson,
    /// Rows of JSON objects, whose names are headings
    Json,
    /// schema.org or ActivityStreams JSON
    Jsonld,
    /// An HTML page: schema.org in it, else its text as a listing
    Html,
    /// Mobilizon's GraphQL answers
    Mobilizon,
    /// Gancio's API
    Gancio,
    /// Mobilize's API
    Mobilize,
    /// Action Network and other OSDI systems
    Actionnetwork,
    /// The Events Calendar, a plugin of WordPress
    #[value(alias = "the-events-calendar")]
    Tribe,
    /// The JSON of Google Calendar and Microsoft Graph
    Calendar,
    /// A spreadsheet (.xlsx, .xls, .ods)
    Spreadsheet,
    /// A mail (.eml) or a mailbox (mbox)
    Mail,
    /// An RSS or Atom feed
    Feed,
    /// An exported chat of WhatsApp
    Whatsapp,
    /// The text of a listing
    Text,
}
