//! What the browser can do, one capability a file; nothing here decides anything.

pub mod address;
pub mod connection;
pub mod document;
pub mod download;
pub mod fetch;
pub mod first_list;
pub mod focus;
pub mod framed;
pub mod geolocation;
pub mod host_page;
pub mod intl;
pub mod listener;
pub mod map;
pub mod pointer;
pub mod policy;
pub mod popover;
pub mod preferences;
pub mod print;
pub mod remembered;
pub mod resize;
pub mod script;
pub mod scroll;
pub mod share;
pub mod snapshot;
pub mod update;
pub mod visibility;
