/// For AddressSanitizer, in the program itself, because a child that is given no environment gets none.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() {
  // Xapian deletes its iterators as what they are not; and leaks are looked for by a thread, which a program that is shut in may not start.
  return "new_delete_type_mismatch=0:detect_leaks=0";
}
