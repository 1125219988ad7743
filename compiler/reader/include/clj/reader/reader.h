// The reader: text becomes forms.
//
// What Clojure's LispReader reads and, with `edn`, what its EdnReader reads, with their errors.
// A Reader consumes exactly the characters of the form it returns (and one terminator that it
// pushes back), so that reading can stop and resume anywhere.
//
// Threads  Belongs to one thread. Reading calls Clojure code: data readers, #=, record
//          constructors. May collect.
// Errors   As the JVM: RuntimeException "EOF while reading", "Unmatched delimiter: )" …; from a
//          source with positions wrapped in a ReaderException whose data is
//          {:clojure.error/line l :clojure.error/column c}. Nesting that exhausts the C stack is
//          a StackOverflowError.
// Design   docs/reader.md
#pragma once
#include <cstdint>
#include <string_view>

#include "clj/gc/heap.h"
#include "clj/reader/char_source.h"

namespace clj::reader {

// What a tool hears about a text while it is read. Forms of branches and comments (#_) that are
// left out are told as well.
class Listener {
 public:
  virtual ~Listener() = default;
  // `form` stands at line:column and ends before end_line:end_column.
  virtual void form_read(Value form, int line, int column, int end_line, int end_column) = 0;
  // #_ left out the form that was told last.
  virtual void discarded(Value form) = 0;
  // A key that stands twice in a map, or an element in a set. True: read on, the last one counts.
  virtual bool duplicate(Value key, bool in_set) = 0;
};

struct Options {
  // #?(…): an error, the first branch whose feature is known, or a ReaderConditional.
  enum class Conditionals : uint8_t { kForbid, kAllow, kPreserve };
  Conditionals conditionals = Conditionals::kForbid;
  Value features;           // set of keywords known besides :cljvm, :clj and :default; or nil
  bool eof_throws = false;  // at the end: RuntimeException "EOF while reading", not absent()

  bool edn = false;         // clojure.edn
  Value edn_readers;        // map of tag symbol to function, or nil
  Value edn_default;        // function of (tag, value), or nil

  // With a listener (and positions), symbols carry :line and :column as lists do.
  Listener* listener = nullptr;

  // Builds the options from the map that read, read-string and edn/read take. `eof_value`
  // becomes what :eof says, absent() when the end is an error.
  static Options from_map(Value map, Value& eof_value, bool edn);
};

class Reader {
 public:
  Reader(CharSource& source, const Options& options);
  ~Reader();

  // The next form, or absent() at the end of the source.
  Value read();
  // Where that form starts; 0 in a source without positions.
  int form_line() const { return form_line_; }
  int form_column() const { return form_column_; }

 private:
  struct Sub;
  struct FnArguments;
  struct GensymScope;
  friend struct Sub;

  // One element: a form, or kEndOfSource, or kClosed when `close` was read.
  enum class Status : uint8_t { kForm, kEndOfSource, kClosed };
  Status read_element(Value& form, int close);
  Value read_form(int unit);
  Value tell(Value form, int line, int column);
  // A form that must be there: EOF is an error.
  Value read_required();
  // absent(): the macro read something that is no form (a comment, #_x, #?()).
  Value read_macro(int unit);
  Value read_dispatch_macro();
  Value read_wrapped();

  // token.cpp
  Value read_number(int first);
  std::u16string read_token(int first, bool leading_constituent = true);
  Value interpret_token(const std::u16string& token);
  Value match_symbol(const std::u16string& token);
  Value resolve_auto_keyword(const std::u16string& name);
  Value read_character();
  bool is_macro(int unit) const;
  bool is_terminating(int unit) const;
  // string_literal.cpp
  Value read_string();
  Value read_regex();
  int read_escape_digits(int first, int base, int length, bool exact);
  // collections.cpp
  void read_delimited(int close, gc::ValueList& items);
  Value read_list();
  Value read_map();
  Value read_set();
  Value checked_map(gc::ValueList& items);
  void tell_duplicates(gc::ValueList& items, size_t step);
  void pass_duplicate(Value key, bool in_set);
  Value read_namespace_name();
  Value read_namespaced_map();
  Value read_meta();
  // fn_literal.cpp
  Value read_fn_literal();
  Value read_argument();
  Value fn_argument(int64_t number);
  // syntax_quote.cpp
  Value read_unquote();
  Value syntax_quote(Value form);
  Value syntax_quote_symbol(Value symbol);
  void syntax_quote_items(Value items, gc::ValueList& out);
  // conditional.cpp
  Value read_conditional();
  Value read_branches(bool splicing, bool top_level);
  bool has_feature(Value feature);
  // tagged.cpp
  // The exception again, with the place when the source has positions.
  [[noreturn]] void throw_placed(Value exception) const;
  Value read_tagged();
  Value read_tag();
  Value read_as_tagged(Value tag, Value form);
  Value read_edn_tagged();
  Value construct_record(Value tag, Value form);
  Value read_eval();
  Value read_symbolic_value();

  void skip_line();
  int next_visible();
  [[noreturn]] void throw_eof_in(int first_line);

  CharSource& source_;
  Options options_;
  gc::ValueList pending_;  // spliced forms still to be returned, the last one first
  FnArguments* fn_arguments_ = nullptr;
  GensymScope* gensyms_ = nullptr;
  int form_line_ = 0, form_column_ = 0;
  int depth_ = 0;          // 0 while reading a top-level form's first characters
  bool suppress_ = false;  // inside a branch that is not taken: tags are not interpreted
};

// (read-string s): the first form, with *read-eval* and the rest as the options say.
Value read_string(Value string, const Options& options = {});
// Every form of a source text, for tests and tools.
void read_all(std::string_view utf8, std::string name, const Options& options, gc::ValueList& forms);

}  // namespace clj::reader
