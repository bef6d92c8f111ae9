//! Which gazetteer a command works with: the one compiled in, or a larger one beside it.

use std::ops::Deref;
use std::path::PathBuf;

use gazetteer::Gazetteer;

use crate::failure::Failure;
use crate::source;

/// The options of commands that look places up.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct PlacesArgs {
    /// More places: a dump of GeoNames, such as cities500.txt or DE.txt
    #[arg(long, value_name = "FILE")]
    pub gazetteer: Option<PathBuf>,
}

/// A gazetteer that is opened: compiled in, or one's own.
pub enum Opened {
    /// The one compiled in.
    Embedded(&'static Gazetteer),
    /// A larger one.
    Larger(Box<Gazetteer>),
}

impl Deref for Opened {
    type Target = Gazetteer;

    fn deref(&self) -> &Gazetteer {
        match self {
            Self::Embedded(gazetteer) => gazetteer,
            Self::Larger(gazetteer) => gazetteer,
        }
    }
}

/// Begins to open the gazetteer compiled in on another core, if it is the one asked for.
pub fn prefetch(args: &PlacesArgs) {
    if args.gazetteer.is_none() {
        // Without a thread it is opened when it is needed.
        let _ = std::thread::Builder::new().spawn(|| {
            Gazetteer::embedded();
        });
    }
}

/// Opens the gazetteer asked for.
///
/// # Errors
/// The larger one cannot be read, or is no dump of GeoNames.
pub fn open(args: &PlacesArgs) -> Result<Opened, Failure> {
    let Some(path) = &args.gazetteer else {
        return Ok(Opened::Embedded(Gazetteer::embedded()));
    };
    let bytes = source::bytes(path)?;
    let text = String::from_utf8_lossy(&bytes);
    match Gazetteer::with(&text) {
        Ok(gazetteer) => Ok(Opened::Larger(Box::new(gazetteer))),
        Err(line) => Err(Failure::new(format!(
            "{}:{line}: no line of a GeoNames dump, which has 19 columns parted by tabs",
            source::name(path)
        ))
        .help("download.geonames.org/export/dump has such files, zipped")),
    }
}
