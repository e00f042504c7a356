//! What a laboratory calls the cells of a sample, as the form's specimen.

/// The form's code for a cell type or tissue; `other` for what is not known.
///
/// ```
/// use assess::integration::specimen;
/// assert_eq!(specimen("TCELLS"), "t-cells");
/// assert_eq!(specimen("Granulocytes"), "granulocytes");
/// assert_eq!(specimen("CD34"), "bone-marrow");
/// assert_eq!(specimen("Liver"), "other");
/// ```
pub fn specimen(text: &str) -> &'static str {
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    match plain.as_str() {
        "t" | "tcell" | "tcells" | "cd3" | "cd4" | "cd8" | "cd3t" => "t-cells",
        "b" | "bcell" | "bcells" | "cd19" | "cd20" => "b-cells",
        "nk" | "nkcell" | "nkcells" | "cd56" | "cd16" => "nk-cells",
        "gr" | "gran" | "granulocyte" | "granulocytes" | "grans" | "neutrophil" | "neutrophils" | "cd15" | "pmn" => {
            "granulocytes"
        }
        "mo" | "mono" | "monocyte" | "monocytes" | "cd14" => "monocytes",
        "pbmc" | "pbmcs" | "mnc" => "pbmc",
        "wb" | "wholeblood" | "blood" | "pb" | "peripheralblood" | "全血" => "whole-blood",
        "bm" | "bonemarrow" | "cd34" | "cd34bm" | "骨髓" | "骨髄" => "bone-marrow",
        "tumour" | "tumor" | "肿瘤" | "腫瘍" => "tumour",
        _ => "other",
    }
}
