//! Numbers of a cell, without making text of it first.

/// Digits only, at most `u32::MAX`.
pub(super) fn whole(cell: &[u8]) -> Option<u32> {
    if cell.is_empty() || cell.len() > 10 {
        return None;
    }
    let mut number = 0_u64;
    for byte in cell {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number * 10 + u64::from(digit);
    }
    u32::try_from(number).ok()
}

/// An abundance: a finite number, zero or more.
pub(super) fn amount(cell: &[u8]) -> Option<f64> {
    if let Some(whole) = whole(cell) {
        return Some(f64::from(whole));
    }
    let number: f64 = std::str::from_utf8(cell).ok()?.parse().ok()?;
    (number.is_finite() && number >= 0.0).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_stands_and_never_guessed() {
        assert_eq!(whole(b"4294967295"), Some(u32::MAX));
        assert_eq!([whole(b"4294967296"), whole(b""), whole(b"-1"), whole(b"1.5")], [None; 4]);
        assert_eq!(amount(b"68.7374670022"), Some(68.737_467_002_2));
        assert_eq!(amount(b"1e3"), Some(1000.0));
        assert_eq!([amount(b"1,5"), amount(b"NaN"), amount(b"inf"), amount(b"-4"), amount(b"")], [None; 5]);
    }
}
