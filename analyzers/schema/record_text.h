#pragma once

#include <string>

#include "analyzers/schema/record.h"

namespace vankien {

/// What is kept of a record to be shown, not packed yet: a cold packer takes three times as long as one that has just packed
/// another (its tables of 440 KB have left the cache), so whoever has many packs them in a row.
///   pack_record(spell_record(record, join_pages(record.pages))) == encode_record(record)
struct RecordText {
  std::string fields;  ///< JSON
  std::string body;
};

/// `body`: the pages, joined.
RecordText spell_record(const Record& record, std::string body);

std::string pack_record(const RecordText& text);

}  // namespace vankien
