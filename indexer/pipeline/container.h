#pragma once

#include <functional>
#include <string>

#include "indexer/pipeline/ocr_reader.h"
#include "indexer/pipeline/read_document.h"
#include "indexer/pipeline/run.h"
#include "indexer/pipeline/unpack_room.h"

namespace vankien {

/// Who gets what a container gives. `place` is where in it: "phu luc.docx", "nam 2022.zip/05-NQ.docx line 3",
/// empty for a letter itself and for what is wrong with the whole.
struct PartTaker {
  using Take = std::function<void(ReadDocument document, const std::string& place)>;
  using Refuse =
      std::function<void(const std::string& place, const std::string& code, const std::string& reason)>;
  Take take;  ///< may throw ExtractError, which is then refused
  Refuse refuse;
};

/// Takes a letter or an archive apart, containers in it too, three deep, and reads each member as a file of its
/// own, in its own bounded child, with the sidecar that lies beside it in the archive. A member's path, and so its
/// id, is the container's path and its name in it; the ledger knows it as a part of the one source file.
///
/// Grades. An attachment is graded no lower than its letter: the stamp is put on what is sent, and what goes with
/// it is often bare. The letter does not take its attachments' grade: it shows nothing of them. An archive says
/// nothing, so its members stand alone; but a grade given in the container's sidecar holds for all in it.
///
/// Never throws for what is wrong with a file. Throws std::system_error when the disk has no room for what is unpacked.
void read_container(const SourceFile& file, const std::filesystem::path& self, const ExtractLimits& limits,
                    UnpackRoom& room, OcrReader& ocr, const PartTaker& parts);

}  // namespace vankien
