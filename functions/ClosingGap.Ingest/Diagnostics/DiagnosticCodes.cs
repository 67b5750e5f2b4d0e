namespace ClosingGap.Ingest.Diagnostics;

/// <summary>
/// The stable codes of packages, CSV files, manifests and rows; those of profiles stand in <c>ProfileDiagnosticCodes</c>. Severity, meaning
/// and fix of every code stand in <c>catalogue.json</c>.
/// </summary>
public static class DiagnosticCodes
{
    public const string PackageNotAZip = "package.not_a_zip";
    public const string PackageEmpty = "package.empty";
    public const string PackageEncrypted = "package.encrypted";
    public const string PackagePathOutsideRoot = "package.path_outside_root";
    public const string PackageSymbolicLink = "package.symbolic_link";
    public const string PackageTooManyEntries = "package.too_many_entries";
    public const string PackageTooLarge = "package.too_large";
    public const string PackageExpansionRatio = "package.expansion_ratio";
    public const string PackageLengthMismatch = "package.length_mismatch";
    public const string PackageCorruptEntry = "package.corrupt_entry";
    public const string PackageDuplicateFile = "package.duplicate_file";
    public const string PackageNestedZip = "package.nested_zip";
    public const string PackageEnclosingFolder = "package.enclosing_folder";
    public const string PackageIgnoredFile = "package.ignored_file";
    public const string PackageMissingManifest = "package.missing_manifest";
    public const string PackageFileNameCase = "package.file_name_case";
    public const string PackageUnknownFile = "package.unknown_file";
    public const string PackageNoKnownFile = "package.no_known_file";
    public const string PackageFileNotUsed = "package.file_not_used";
    public const string CsvInvalidUtf8 = "csv.invalid_utf8";
    public const string CsvBareCarriageReturn = "csv.bare_carriage_return";
    public const string CsvLineBreakInQuotedField = "csv.line_break_in_quoted_field";
    public const string CsvUnescapedQuote = "csv.unescaped_quote";
    public const string CsvUnexpectedCharacterAfterQuote = "csv.unexpected_character_after_quote";
    public const string CsvUnclosedQuote = "csv.unclosed_quote";
    public const string CsvFieldTooLong = "csv.field_too_long";
    public const string CsvRecordTooLong = "csv.record_too_long";
    public const string CsvBlankLine = "csv.blank_line";
    public const string TableMissingHeader = "table.missing_header";
    public const string TableDuplicateHeader = "table.duplicate_header";
    public const string TableEmptyHeaderName = "table.empty_header_name";
    public const string TableRowWidthMismatch = "table.row_width_mismatch";
    public const string TableTrailingBlankCells = "table.trailing_blank_cells";
    public const string TableMissingDataRows = "table.missing_data_rows";
    public const string ManifestInvalidHeader = "manifest.invalid_header";
    public const string ManifestRowWidthMismatch = "manifest.row_width_mismatch";
    public const string ManifestDuplicateProperty = "manifest.duplicate_property";
    public const string ManifestUnknownProperty = "manifest.unknown_property";
    public const string ManifestMissingProperty = "manifest.missing_property";
    public const string ManifestInvalidFileMode = "manifest.invalid_file_mode";
    public const string ManifestInvalidManifestVersion = "manifest.invalid_manifest_version";
    public const string ManifestInvalidOnerosterVersion = "manifest.invalid_oneroster_version";
    public const string ManifestFileMissing = "manifest.file_missing";
    public const string ManifestFileUnexpected = "manifest.file_unexpected";
    public const string SchemaHeaderOrderMismatch = "schema.header_order_mismatch";
    public const string SchemaHeaderCaseMismatch = "schema.header_case_mismatch";
    public const string SchemaHeaderAlias = "schema.header_alias";
    public const string SchemaMissingHeader = "schema.missing_header";
    public const string SchemaMetadataColumnPosition = "schema.metadata_column_position";
    public const string SchemaInvalidMetadataHeader = "schema.invalid_metadata_header";
    public const string RowMissingRequiredValue = "row.missing_required_value";
    public const string RowInvalidGuid = "row.invalid_guid";
    public const string RowInvalidDate = "row.invalid_date";
    public const string RowDateFormat = "row.date_format";
    public const string RowInvalidDatetime = "row.invalid_datetime";
    public const string RowInvalidYear = "row.invalid_year";
    public const string RowInvalidEnum = "row.invalid_enum";
    public const string RowEnumCase = "row.enum_case";
    public const string RowInvalidBoolean = "row.invalid_boolean";
    public const string RowBooleanFormat = "row.boolean_format";
    public const string RowInvalidInteger = "row.invalid_integer";
    public const string RowInvalidFloat = "row.invalid_float";
    public const string RowInvalidList = "row.invalid_list";
    public const string RowGradeFormat = "row.grade_format";
    public const string RowFieldForbiddenInBulk = "row.field_forbidden_in_bulk";
    public const string RowFieldRequiredInDelta = "row.field_required_in_delta";
    public const string RowDeletedInBulk = "row.deleted_in_bulk";
    public const string TableModeByRows = "table.mode_by_rows";
    public const string ReferenceDuplicateSourcedId = "reference.duplicate_sourced_id";
    public const string ReferenceDuplicateKey = "reference.duplicate_key";
    public const string ReferenceMissingTargetFile = "reference.missing_target_file";
    public const string ReferenceMissingTargetRecord = "reference.missing_target_record";
    public const string ReferenceNotVerified = "reference.not_verified";
    public const string SemanticOrgTypeMismatch = "semantic.org_type_mismatch";
    public const string SemanticAcademicSessionTypeMismatch = "semantic.academic_session_type_mismatch";
    public const string SemanticSchoolYearIsStartYear = "semantic.school_year_is_start_year";
    public const string SemanticInvalidScoreRange = "semantic.invalid_score_range";
    public const string SemanticInvalidScoreScaleMapping = "semantic.invalid_score_scale_mapping";
    public const string SemanticInvalidCaseLearningObjectiveId = "semantic.invalid_case_learning_objective_id";
}
