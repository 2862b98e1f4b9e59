#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/relation.h"
#include "analyzers/schema/symbol.h"
#include "indexer/metadata/letterhead.h"

namespace vankien {

/// What a paper knows of itself when its relations are read.
struct OwnPaper {
  std::optional<Symbol> symbol;
  std::string date;  ///< ISO or empty
  std::string title;
  std::string type;  ///< as in document_types(), or empty
  std::optional<Symbol> enclosed_with;
};

/// The relations of a document, each once, in this order:
///   of its title        "Kế hoạch thực hiện Nghị quyết số 12-NQ/TW …", "Sửa đổi, bổ sung một số điều của …"
///   of its legal basis  "Căn cứ …;" "Thực hiện …," at the beginning of the text, one a clause; laws and
///                       statutes without a symbol too
///   of its text         "… này thay thế …", "Bãi bỏ …", "Sửa đổi, bổ sung …", "… hết hiệu lực", lists below
///                       them ("Các văn bản sau đây hết hiệu lực:")
///   ban hành kèm theo, and the head of a copy below the text.
/// Only what the document itself does: "Nghị định số A thay thế Nghị định số B", told of others, is a mention.
/// Of a consolidated text nothing of the last: it repeats what other acts did. A plan or letter that proposes to amend
/// an act does not do so.
/// Its own symbol is none, unless with another date: symbols begin anew with each term.
/// `end`: the last filled lines of the document.
std::vector<Relation> read_relations(const Letterhead& head, const std::vector<std::string>& pages,
                                     const std::vector<Line>& end, const OwnPaper& own);

}  // namespace vankien
