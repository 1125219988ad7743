#include "clj/driver/command_line.h"

#include <boost/program_options.hpp>
#include <cstdlib>
#include <sstream>

namespace clj::driver {
namespace {

namespace po = boost::program_options;

constexpr Option kOptions[] = {
#define CLJ_OPTION(programs, name, short_name, argument, help) {programs, name, short_name, argument, help},
#include "options.def"
#undef CLJ_OPTION
};

po::options_description describe(Program program) {
  po::options_description description("Options");
  for (const Option& option : kOptions) {
    if (!(option.programs & program)) continue;
    std::string names = option.name;
    if (option.short_name != 0) names += std::string(",") + option.short_name;
    if (*option.argument == '\0') {
      description.add_options()(names.c_str(), option.help);
    } else {
      description.add_options()(names.c_str(),
                                po::value<std::vector<std::string>>()->value_name(option.argument), option.help);
    }
  }
  return description;
}

const Option* find(Program program, const std::string& arg) {
  for (const Option& option : kOptions) {
    if (!(option.programs & program)) continue;
    if (arg == std::string("--") + option.name) return &option;
    if (option.short_name != 0 && arg == std::string("-") + option.short_name) return &option;
  }
  return nullptr;
}

// The spellings of Clojure's command line tool.
std::string long_form(const std::string& arg) {
  static constexpr struct {
    const char* written;
    const char* option;
    bool has_value;  // in the same argument: -M:a:b
  } spellings[] = {{"-cp", "--classpath", false},      {"-Sdeps", "--deps", false},       {"-Spath", "--print-path", false},
                   {"-M", "--run-main=", true},   {"-X", "--run-exec=", true}, {"-A", "--aliases=", true}};
  for (const auto& spelling : spellings) {
    std::string written = spelling.written;
    if (!spelling.has_value && arg == written) return spelling.option;
    if (spelling.has_value && (arg == written || arg.starts_with(written + ":"))) {
      return spelling.option + (arg == written ? ":" : arg.substr(written.size()));
    }
  }
  return arg;
}

// After these the rest of the line belongs to the alias.
bool ends_options(const std::string& arg) { return arg.starts_with("--run-main=") || arg.starts_with("--run-exec="); }

}  // namespace

std::vector<Option> options_of(Program program) {
  std::vector<Option> found;
  for (const Option& option : kOptions) {
    if (option.programs & program) found.push_back(option);
  }
  return found;
}

std::string CommandLine::value(const std::string& name, const std::string& otherwise) const {
  auto found = options.find(name);
  return found == options.end() || found->second.empty() ? otherwise : found->second.back();
}

CommandLine parse_command_line(Program program, const std::vector<std::string>& args, const std::string& stop_after) {
  CommandLine line;
  // The options come first; Program_options sees only them.
  std::vector<std::string> head;
  size_t i = 0;
  while (i < args.size()) {
    std::string arg = args[i];
    arg = long_form(arg);
    if (arg == "-" || arg.empty() || arg[0] != '-') break;
    if (arg == "--") {
      ++i;
      break;
    }
    head.push_back(arg);
    ++i;
    if (ends_options(arg)) break;
    const Option* option = find(program, arg);
    if (option == nullptr || *option->argument == '\0') continue;
    if (i == args.size()) {
      line.error = "option " + arg + " needs an argument: " + option->argument;
      return line;
    }
    // One token, or a value such as "-" or "-1" would be taken for an option; two for an empty one, which
    // Program_options does not take behind "=".
    head.back() = std::string("--") + option->name;
    if (args[i].empty()) head.push_back("");
    else head.back() += "=" + args[i];
    ++i;
    if (stop_after == option->name) break;
  }
  line.rest.assign(args.begin() + static_cast<std::ptrdiff_t>(i), args.end());
  try {
    po::variables_map values;
    auto style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(head).options(describe(program)).style(style).run(), values);
    for (const Option& option : kOptions) {
      if (!(option.programs & program) || values.count(option.name) == 0) continue;
      auto& list = line.options[option.name];
      if (*option.argument != '\0') list = values[option.name].as<std::vector<std::string>>();
    }
  } catch (const po::error& e) {
    line.error = e.what();
  }
  return line;
}

CommandLine parse_command(Program program, std::vector<std::string> args) {
  std::vector<std::string> options, others;
  for (;;) {
    CommandLine line = parse_command_line(program, args, "");
    if (!line.error.empty()) return line;
    size_t consumed = args.size() - line.rest.size();
    options.insert(options.end(), args.begin(), args.begin() + static_cast<std::ptrdiff_t>(consumed));
    if (line.rest.empty()) break;
    others.push_back(line.rest.front());
    args.assign(line.rest.begin() + 1, line.rest.end());
  }
  CommandLine line = parse_command_line(program, options, "");
  line.rest = others;
  return line;
}

std::string help_text(Program program, const std::string& usage) {
  std::ostringstream out;
  out << usage << "\n" << describe(program);
  return out.str();
}

std::string version_text(Program program) {
  return std::string(program == kCljvm ? "cljvm" : "cljc") + " " + CLJ_VERSION + " (Clojure " + CLJ_LANGUAGE_VERSION + ")\n";
}

std::string fault_of_jobs(const CommandLine& line) {
  std::string jobs = line.value("jobs", "1");
  bool number = !jobs.empty() && jobs.size() <= 3 && jobs.find_first_not_of("0123456789") == std::string::npos;
  return number && std::stoi(jobs) > 0 ? "" : "--jobs takes a number from 1 to 999, not " + jobs;
}

size_t parse_size(const std::string& text) {
  char* end = nullptr;
  unsigned long long n = std::strtoull(text.c_str(), &end, 10);
  if (end == text.c_str()) return 0;
  switch (*end) {
    case '\0': return n;
    case 'k': case 'K': n <<= 10; break;
    case 'm': case 'M': n <<= 20; break;
    case 'g': case 'G': n <<= 30; break;
    default: return 0;
  }
  return end[1] == '\0' ? n : 0;
}

bool collector_options(const CommandLine& line, gc::Options& options, std::string& error) {
  if (line.has("max-heap")) {
    options.max_heap_bytes = parse_size(line.value("max-heap"));
    if (options.max_heap_bytes < (size_t{1} << 20)) {
      error = "--max-heap takes a size of at least 1m, such as 512m or 2g";
      return false;
    }
  }
  options.log = line.has("gc-log");
  options.stress = options.stress || line.has("gc-stress");
  options.verify = line.has("gc-verify");
  return true;
}

}  // namespace clj::driver
