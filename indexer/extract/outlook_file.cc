#include "indexer/extract/program.h"
#include "indexer/extract/unpack.h"

namespace vankien {
namespace {

// The package's own program msgconvert prints marks above ASCII in the head raw, whereby Perl doubles the
// encoding of all that follows, and gives a letter that was never sent today's date. So the library is asked.
constexpr const char* kScript =
    "my $letter = Email::Outlook::Message->new($ARGV[0]); my $mail = $letter->to_email_mime;"
    "$mail->header_set('Date') unless $letter->{HEAD} || $letter->{OLEDATE} || $letter->_submission_id_date;"
    "for my $name ($mail->header_names) { my @values = $mail->header_raw($name);"
    "$mail->header_str_set($name, @values) if grep { /[^\\x00-\\x7F]/ } @values; }"
    "print $mail->as_string;";
constexpr const char* kPackage = "libemail-outlook-message-perl";

const Program kConverter = {
    "/usr/bin/perl", {"-MEmail::Outlook::Message", "-e", kScript, "/dev/stdin"}, kPackage};

}  // namespace

std::string mail_of_outlook(const std::filesystem::path& file, const ExtractLimits& limits) {
  // base64 makes four bytes of three.
  ProgramEnd end = run_program(kConverter, file,
                               {.output_bytes = 2 * limits.input_bytes,
                                .memory_bytes = limits.memory_bytes,
                                .seconds = limits.seconds});
  if (end.status == 0) return std::move(end.output);
  if (end.errors.find("Can't locate") != std::string::npos)
    throw ExtractError("missing_program",
                       std::string("Perl does not know Email::Outlook::Message: install the "
                                   "Debian package ") +
                           kPackage);
  throw ExtractError("damaged", "Outlook letter: " + end.errors.substr(0, 200));
}

}  // namespace vankien
