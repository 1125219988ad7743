// cljc man: manual pages, from the tables of commands and options.
#include <cstdio>

#include "clj/driver/commands.h"

namespace clj::driver {
namespace {

// What troff takes for its own is marked.
std::string escaped(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    bool at_start = out.empty() || out.back() == '\n';
    if (at_start && (text[i] == '.' || text[i] == '\'')) out += "\\&";
    if (text.compare(i, 3, "…") == 0) {
      out += "\\[u2026]";
      i += 2;
    } else if (text[i] == '\\') out += "\\e";
    else if (text[i] == '-') out += "\\-";
    else out += text[i];
  }
  return out;
}

std::string head(const std::string& name, const std::string& summary, const std::string& usage) {
  return ".TH " + name + " 1 \"\" \"" + CLJ_VERSION + "\" \"Clojure without a JVM\"\n.SH NAME\n" + escaped(name) + " \\- " +
         escaped(summary) + "\n.SH SYNOPSIS\n" + usage + "\n";
}

std::string options_section(Program program) {
  std::string out = ".SH OPTIONS\n";
  for (const Option& option : options_of(program)) {
    std::string argument = *option.argument == '\0' ? "" : " \\fI" + escaped(option.argument) + "\\fR";
    out += ".TP\n";
    if (option.short_name != 0) out += std::string("\\fB\\-") + option.short_name + "\\fR" + argument + ", ";
    out += "\\fB\\-\\-" + escaped(option.name) + "\\fR" + argument + "\n" + escaped(option.help) + "\n";
  }
  return out;
}

std::string usage_of(const std::string& program, const std::string& arguments) {
  return "\\fB" + escaped(program) + "\\fR [\\fIoptions\\fR] " + escaped(arguments);
}

std::string page_of_cljvm() {
  return head("cljvm", "run Clojure scripts, bundles, expressions and a REPL",
              usage_of("cljvm", "[FILE.clj | FILE.cljb | - | -m NS | -e EXPR] [argument…]")) +
         ".SH DESCRIPTION\nRuns a script, a bundle, standard input, the \\-main of a namespace or an expression; without any, a REPL.\n" +
         options_section(kCljvm) +
         ".SH ENVIRONMENT\n.TP\n\\fBCLJVM_GC\\fR\nOptions of the collector, such as \\fBmax_heap_bytes=100000000\\fR; executables read it, too.\n"
         ".SH SEE ALSO\ncljc(1)\n";
}

std::string page_of_cljc() {
  std::string out = head("cljc", "compile Clojure programs, and what else is done with sources", usage_of("cljc", "COMMAND [argument…]")) +
                    ".SH COMMANDS\n";
  for (const Command& command : all_commands()) {
    out += ".TP\n\\fB" + escaped(command.name) + "\\fR " + escaped(command.arguments) + "\n" + escaped(command.summary) + "\n";
  }
  return out + ".SH SEE ALSO\ncljvm(1), and cljc-COMMAND(1) of each command\n";
}

std::string page_of(const Command& command) {
  std::string name = std::string("cljc-") + command.name;
  return head(name, command.summary, usage_of(std::string("cljc ") + command.name, command.arguments)) +
         options_section(command.program) + ".SH SEE ALSO\ncljc(1)\n";
}

}  // namespace

std::string check_man(const CommandLine& line) {
  if (line.rest.size() > 1) return "one page at a time";
  bool known = line.rest.empty() || line.rest[0] == "cljc" || line.rest[0] == "cljvm" || find_command(line.rest[0]) != nullptr;
  return known ? "" : "there is no page " + line.rest[0] + "; there are: cljc, cljvm, " + command_names();
}

int run_man(const CommandLine& line) {
  std::string name = line.rest.empty() ? "cljc" : line.rest[0];
  const Command* command = find_command(name);
  std::string page = command != nullptr ? page_of(*command) : name == "cljvm" ? page_of_cljvm() : page_of_cljc();
  std::fputs(page.c_str(), stdout);
  return 0;
}

}  // namespace clj::driver
