#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extract.h"

namespace vankien {

/// What may still come out of one source file, over all containers in it together.
struct UnpackBudget {
  std::size_t members = 10'000;
  std::uint64_t bytes = std::uint64_t{4} << 30;
};

/// A file that was in a container, now in the scratch folder. `name` is safe to show and to make a path of
/// (member_name.h), and no other member of the container has it; the file itself is only numbered.
struct Member {
  std::string name;  ///< "nam 2022/05-NQ.docx"
  std::filesystem::path file;
};

struct MemberFailure {
  std::string name;
  std::string code;  ///< encrypted, too_large, no_file, damaged …
  std::string reason;
};

/// What a container holds. A letter is a document itself: `text` is what it says.
struct Unpacked {
  bool is_document = false;  ///< the name lies: by its bytes it is no container, read it as a file
  std::optional<ExtractedText> text;
  std::vector<Member> members;
  std::vector<MemberFailure> failures;
};

/// True for .zip, .eml, .msg and .mht (.mhtml), in any case.
bool is_container(const std::filesystem::path& file);

/// The same also for a file that its name does not tell: one called .txt, or with an ending that says nothing, whose bytes
/// begin as a letter's head does, and in the latter case as a zip archive's. Reads a few kilobytes of such files.
bool may_be_container(const std::filesystem::path& file);

/// True for .mht and .mhtml, in any case.
bool is_saved_web_page(const std::filesystem::path& file);

/// Unpacks one container in a bounded process of its own (`program`: extract_program, child.h), which may write nothing: what it finds it
/// says, and this process writes it into `folder`. What comes out is taken off `budget`. Throws ExtractError as
/// extract_in_child does, too_large also when the container holds more than the budget; then nothing of it is to
/// be used. Throws std::system_error when no process can be started or the disk is full: our trouble.
Unpacked unpack_in_child(const std::filesystem::path& program, const std::filesystem::path& file,
                         const ExtractLimits& limits, UnpackBudget& budget,
                         const std::filesystem::path& folder);

/// The child's side, called by its main(): vankien-extract unpack-one <file> <budget …> <limits …>
bool is_unpack_one(int argc, char** argv);
int unpack_one_main(int argc, char** argv);

/// Where the child puts what it finds: text? (begin bytes* (end | fail) | fail)*
class UnpackSink {
 public:
  virtual ~UnpackSink() = default;
  virtual void text(const ExtractedText& text) = 0;
  /// `extension` is what the container says of the type, ".pdf", for a name that says none; mostly empty.
  virtual void begin(const std::string& name, std::string_view extension) = 0;
  virtual void bytes(std::string_view block) = 0;
  virtual void end() = 0;
  /// A member that cannot be had; if one has begun and not ended it is that one, and its bytes are forgotten.
  virtual void fail(const std::string& name, const ExtractError& error) = 0;
};

/// Unpacks in this process, by what the bytes are. False if they are no container. Throws ExtractError.
bool unpack_file(const std::filesystem::path& file, const ExtractLimits& limits, const UnpackBudget& budget,
                 UnpackSink& sink);

// One function a format. A new one is declared here and told by its bytes in unpack_file.

/// All members of a zip archive but folders and hidden files. Symbolic links and devices are no files. False if
/// the archive is an office document.
bool unpack_zip(const std::filesystem::path& file, const UnpackBudget& budget, const ExtractLimits& limits,
                UnpackSink& sink);

/// A letter as it travels (RFC 5322, MIME): its own text, then its attachments. The text's first page is the
/// head: subject, from, to, date, a line each (records/letter.h reads them).
void unpack_mail(std::string_view bytes, const UnpackBudget& budget, const ExtractLimits& limits,
                 UnpackSink& sink);

/// A web page with all it shows in one file, as browsers and Word save it (.mht, RFC 2557): the text of its pages in
/// HTML. It is one document, no letter: its head tells when it was saved, and its other parts are pictures and styles.
void unpack_web_page(std::string_view bytes, const ExtractLimits& limits, UnpackSink& sink);

/// A letter as Outlook keeps it, made the other kind by Perl's Email::Outlook::Message. Throws missing_program.
std::string mail_of_outlook(const std::filesystem::path& file, const ExtractLimits& limits);

}  // namespace vankien
