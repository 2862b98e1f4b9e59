#pragma once

#include <string_view>

namespace vankien {

/// How sure a value is, by the field and the place it was read from (Field::from): "certain" where the paper
/// has a place for just this, "likely" where it was taken from words about it, "unsure" for all else.
///   date, "date line" → certain    date, "own symbol" → likely    date, "signature" → unsure
/// What a person gave ("record", "sidecar") is certain. How precise a date is its own form tells: 2026-05 where
/// the day is blank.
std::string_view certainty_of(std::string_view field, std::string_view from);

}  // namespace vankien
