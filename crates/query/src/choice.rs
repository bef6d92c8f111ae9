//! The keys that take one of a few words.

/// Declares a choice among words.
macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word in the query string.
            pub const fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }

            /// The value that `word` stands for.
            pub fn of(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}

choice! {
    /// Which days.
    #[derive(Default)]
    When {
        /// Not over.
        #[default]
        Upcoming = "upcoming",
        /// The visitor's date.
        Today = "today",
        /// The day after the visitor's date.
        Tomorrow = "tomorrow",
        /// The Saturday and Sunday at hand, else the next.
        Weekend = "weekend",
        /// Today and the 6 days after it.
        Week = "week",
        /// Today and the 29 days after it.
        Month = "month",
        /// Over.
        Past = "past",
        /// Every day.
        All = "all",
    }
}

choice! {
    /// What is shown.
    #[derive(Default)]
    View {
        /// List and map.
        #[default]
        Both = "both",
        /// The list alone.
        List = "list",
        /// The map alone.
        Map = "map",
        /// The month view.
        Month = "month",
    }
}

choice! {
    /// In which order.
    #[derive(Default)]
    Sort {
        /// Day by day.
        #[default]
        Date = "date",
        /// Nearest first; needs the visitor's position, which is never part of a query.
        Near = "near",
    }
}

choice! {
    /// Light or dark.
    Theme {
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

choice! {
    /// Whose clock shows the times.
    #[derive(Default)]
    Clock {
        /// The venue's.
        #[default]
        Venue = "venue",
        /// The visitor's.
        Mine = "mine",
    }
}

choice! {
    /// A part of the page.
    Part {
        /// Title and menus.
        Header = "header",
        /// Search box and filters.
        Filters = "filters",
        /// The list.
        List = "list",
        /// The map.
        Map = "map",
        /// Credits and contact.
        Footer = "footer",
    }
}
