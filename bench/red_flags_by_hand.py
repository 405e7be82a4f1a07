"""Every red flag written out in plain Polars, without the rule engine: what the compiled rules are timed against."""

from __future__ import annotations

from functools import reduce
from operator import or_

import polars as pl
from polars import col


def any_of(*names: str) -> pl.Expr:
    """One of these columns is yes."""
    return reduce(or_, (col(name) for name in names))


def at_least(count: int, *parts: str | pl.Expr) -> pl.Expr:
    """So many of these are yes; not known while the open ones could still decide it."""
    columns = [col(part) if isinstance(part, str) else part for part in parts]
    yes = pl.sum_horizontal(part.fill_null(False) for part in columns)
    maybe = pl.sum_horizontal(part.fill_null(True) for part in columns)
    return pl.when(yes >= count).then(True).when(maybe < count).then(False)


BY_HAND: dict[str, pl.Expr] = {
    "AAA-1": col("pulsatile_mass"),
    "AAA-10": any_of("cardiovascular_disease", "smoker")
    & any_of("leg_pain_on_walking", "night_pain")
    & any_of("low_back_pain_severe", "failure_to_improve", "change_in_pain_character"),
    "AAA-11": any_of("aaa_known", "aaa_known_5_2cm")
    & (
        any_of(
            "sudden_onset_severe_pain",
            "low_back_pain_severe",
            "severe_acute_pain",
            "constant_nonmechanical_pain",
            "abdominal_pain_new",
            "worsening_recent",
            "worsening_progressive",
            "rapid_progression",
            "change_in_pain_character",
            "loin_pain",
            "symptoms_not_reproduced",
            "night_pain",
            "acute",
        )
        | (col("duration_days") < 28)
    ),
    "AAA-12": (col("aortic_calcification_on_film") & (col("age") >= 50))
    & ~(col("low_back_pain_chronic") | (col("duration_days") > 91)).fill_null(False),
    "AAA-13": (col("age") >= 60)
    & col("loin_pain")
    & (any_of("severe_acute_pain", "sudden_onset_severe_pain") | (col("low_back_pain_severe") & col("acute"))),
    "AAA-14": (
        any_of("thoracic_pain", "chest_pain")
        & col("sudden_onset_severe_pain")
        & any_of("hypertension", "cardiovascular_disease", "syncope", "weak_foot_pulses", "aaa_known")
    )
    | (col("sudden_onset_severe_pain") & col("weak_foot_pulses")),
    "AAA-15": (
        (col("age") >= 60)
        & col("sudden_onset_severe_pain")
        & any_of("smoker", "hypertension", "cardiovascular_disease", "aortic_calcification_on_film")
    )
    & ~any_of("lifting_onset", "acute_onset_lifting").fill_null(False),
    "AAA-2": any_of("collapse", "syncope")
    & any_of("abdominal_pain_new", "low_back_pain")
    & (any_of("aaa_known", "smoker", "hypertension") | (col("age") >= 60)),
    "AAA-3": any_of("aaa_known", "aaa_known_5_2cm"),
    "AAA-4": at_least(3, "constant_nonmechanical_pain", "no_relief_lying", "symptoms_not_reproduced"),
    "AAA-5": (col("age") >= 60)
    & col("abdominal_pain_new")
    & any_of("low_back_pain_severe", "sudden_onset_severe_pain"),
    "AAA-6": any_of("collapse", "syncope"),
    "AAA-7": col("sudden_onset_severe_pain")
    & any_of("constant_nonmechanical_pain", "symptoms_not_reproduced", "no_relief_lying")
    & (col("age") >= 50),
    "AAA-8": col("sudden_onset_severe_pain")
    & any_of("constant_nonmechanical_pain", "symptoms_not_reproduced", "no_relief_lying"),
    "AAA-9": (col("age") >= 60)
    & col("low_back_pain_severe")
    & any_of("worsening_progressive", "worsening_recent", "rapid_progression", "increasing_pain")
    & col("analgesia_not_helping"),
    "BLD-1": col("anticoagulant")
    & any_of(
        "sudden_onset_severe_pain",
        "leg_weakness_new",
        "leg_weakness_progressive",
        "bilateral_leg_weakness",
        "foot_drop",
        "motor_grade_le3",
        "bilateral_leg_numbness",
        "bilateral_leg_paraesthesia",
        "widespread_leg_numbness_non_dermatomal",
        "unable_to_stand",
        "dermatomal_sensory_loss",
        "urinary_hesitancy",
        "urinary_difficulty",
    ),
    "BLD-2": col("anticoagulant")
    & any_of(
        "minor_trauma_fall",
        "spinal_contusion",
        "major_trauma",
        "loin_pain",
        "groin_suprapubic_pain",
        "abdominal_pain",
        "abdominal_pain_new",
        "rapid_progression",
        "worsening_recent",
    ),
    "BP-1": (col("systolic_mmhg") >= 180) | (col("diastolic_mmhg") >= 110),
    "BP-2": ((col("systolic_mmhg") >= 180) | (col("diastolic_mmhg") >= 110))
    & any_of(
        "chest_pain",
        "breathing_problem_new",
        "headache_new",
        "severe_headache",
        "dizziness",
        "upper_limb_weakness_new",
        "upper_limb_neuro_new",
        "leg_weakness_new",
        "thirst_or_confusion_new",
        "syncope",
    ),
    "BP-3": (col("systolic_mmhg") >= 160) | (col("diastolic_mmhg") >= 100),
    "CES-1": (
        any_of(
            "saddle_numbness",
            "groin_numbness",
            "urinary_incontinence_new",
            "reduced_bladder_sensation",
            "reduced_rectal_sensation",
            "sexual_dysfunction_new",
            "reduced_anal_tone",
            "urinary_retention",
            "urinary_retention_painless",
            "bowel_incontinence_new",
        )
        & ~col("stable_baseline_gt_14d_unchanged").fill_null(False)
    )
    | (
        any_of("urinary_hesitancy", "urinary_difficulty")
        & ~any_of("stable_baseline_gt_14d_unchanged", "urinary_symptom_longstanding_known_to_clinician").fill_null(
            False
        )
    ),
    "CES-10": col("stable_baseline_gt_14d_unchanged")
    & any_of(
        "saddle_numbness",
        "groin_numbness",
        "urinary_incontinence_new",
        "reduced_bladder_sensation",
        "reduced_rectal_sensation",
        "sexual_dysfunction_new",
        "reduced_anal_tone",
        "urinary_hesitancy",
        "urinary_difficulty",
        "bladder_change",
        "bowel_change",
    )
    & any_of("foot_drop", "foot_drop_mild", "motor_grade_le3", "leg_weakness_new"),
    "CES-11": col("stable_baseline_gt_14d_unchanged")
    & any_of(
        "saddle_numbness",
        "groin_numbness",
        "urinary_incontinence_new",
        "reduced_bladder_sensation",
        "reduced_rectal_sensation",
        "sexual_dysfunction_new",
        "reduced_anal_tone",
        "urinary_hesitancy",
        "urinary_difficulty",
        "bladder_change",
        "bowel_change",
    )
    & col("leg_weakness_progressive"),
    "CES-2": any_of("bilateral_radicular_pain_new", "unilateral_to_bilateral_leg_pain")
    | (
        any_of("bilateral_leg_numbness", "bilateral_leg_paraesthesia")
        & ~col("neurogenic_claudication_stable").fill_null(False)
    )
    | (
        col("bilateral_leg_weakness")
        & ~any_of("neurogenic_claudication_stable", "old_weakness_stable_known_to_clinician").fill_null(False)
    ),
    "CES-3": col("constipation_new")
    & any_of(
        "leg_weakness_new",
        "leg_weakness_progressive",
        "bilateral_leg_numbness",
        "urinary_difficulty",
        "urinary_hesitancy",
        "saddle_numbness",
    ),
    "CES-4": col("stable_baseline_gt_14d_unchanged")
    & (
        any_of(
            "saddle_numbness",
            "groin_numbness",
            "urinary_incontinence_new",
            "reduced_bladder_sensation",
            "reduced_rectal_sensation",
            "sexual_dysfunction_new",
            "reduced_anal_tone",
            "bowel_change",
        )
        | (col("bladder_change") & ~col("urinary_symptom_longstanding_known_to_clinician").fill_null(False))
        | (
            any_of("urinary_hesitancy", "urinary_difficulty")
            & ~(
                col("urinary_symptom_longstanding_known_to_clinician")
                | (col("duration_days") <= 14)
                | (col("sex_male") & (col("age") >= 50))
            ).fill_null(False)
        )
    ),
    "CES-5": (col("bowel_change") & ~col("stable_baseline_gt_14d_unchanged").fill_null(False))
    | (
        col("bladder_change")
        & ~any_of("stable_baseline_gt_14d_unchanged", "urinary_symptom_longstanding_known_to_clinician").fill_null(
            False
        )
    ),
    "CES-6": any_of("urinary_retention", "urinary_retention_painless", "bowel_incontinence_new"),
    "CES-7": col("urinary_symptom_longstanding_known_to_clinician")
    & any_of("bladder_change", "urinary_hesitancy", "urinary_difficulty"),
    "CES-8": col("stable_baseline_gt_14d_unchanged")
    & any_of("urinary_hesitancy", "urinary_difficulty")
    & (col("duration_days") <= 14),
    "CES-9": (
        col("stable_baseline_gt_14d_unchanged")
        & any_of("urinary_hesitancy", "urinary_difficulty")
        & col("sex_male")
        & (col("age") >= 50)
    )
    & ~(col("urinary_symptom_longstanding_known_to_clinician") | (col("duration_days") <= 14)).fill_null(False),
    "CV-1": any_of("chest_pain", "breathing_problem_new")
    | (
        col("calf_swelling")
        & any_of(
            "recent_immobilisation_or_surgery",
            "recent_invasive_procedure",
            "cancer_history",
            "haemoptysis",
            "pregnant",
            "postpartum",
            "syncope",
            "exertional_breathlessness",
            "breathlessness_before_exertion",
        )
    )
    | (
        col("haemoptysis")
        & any_of(
            "recent_immobilisation_or_surgery", "exertional_breathlessness", "breathlessness_before_exertion", "syncope"
        )
    ),
    "CV-2": col("calf_swelling"),
    "CV-3": col("breathlessness_before_exertion"),
    "FTI-1": any_of(
        "failure_to_improve", "transient_response_only", "inconsistent_with_mechanical", "symptoms_not_reproduced"
    ),
    "FTI-2": any_of(
        "change_in_pain_character",
        "improved_60pct_then_new_pain",
        "new_symptom_midline_buttock_end_of_day",
        "low_back_pain_chronic_worsening",
    ),
    "FTI-3": (col("age") >= 70) & col("change_in_pain_character"),
    "FTI-4": col("multiple_red_flags_emerged_over_treatment"),
    "FX-1": col("major_trauma") & ~(col("low_back_pain_chronic") | (col("duration_days") > 91)).fill_null(False),
    "FX-10": col("pregnant")
    & any_of("acute", "sudden_onset_severe_pain")
    & any_of("flexion_rom_severely_limited", "low_back_pain_severe"),
    "FX-11": col("height_loss"),
    "FX-12": col("extension_sport")
    & (col("age") >= 18)
    & (col("age") <= 35)
    & any_of("extension_pain", "single_leg_hyperextension_pain", "trauma_extension"),
    "FX-13": (
        any_of("major_trauma", "spinal_contusion")
        & any_of(
            "leg_weakness_new",
            "leg_weakness_progressive",
            "bilateral_leg_weakness",
            "foot_drop",
            "motor_grade_le3",
            "bilateral_leg_numbness",
            "bilateral_leg_paraesthesia",
            "widespread_leg_numbness_non_dermatomal",
            "unable_to_stand",
            "gait_disturbance",
            "dermatomal_sensory_loss",
            "spinal_midline_tenderness",
            "spinal_percussion_tenderness",
        )
    )
    & ~(col("low_back_pain_chronic") | (col("duration_days") > 91)).fill_null(False),
    "FX-14": col("major_trauma") & (col("low_back_pain_chronic") | (col("duration_days") > 91)),
    "FX-15": col("hop_test_painful")
    | (
        col("energy_deficiency_or_missed_periods")
        & any_of(
            "running_volume_increase",
            "local_bone_pain_on_impact",
            "extension_sport",
            "lumbar_end_range_sport",
            "worse_on_exertion",
            "activity_provoked",
            "unilateral_buttock_pain",
            "unilateral_buttock_posterior_thigh_pain",
            "groin_suprapubic_pain",
            "night_pain",
            "low_bmi",
            "worsening_progressive",
            "failure_to_improve",
            "spinal_midline_tenderness",
            "spinal_percussion_tenderness",
            "low_back_tenderness",
        )
    )
    | (
        col("running_volume_increase")
        & any_of("local_bone_pain_on_impact", "groin_suprapubic_pain", "night_pain", "low_bmi")
    )
    | (col("local_bone_pain_on_impact") & any_of("night_pain", "worsening_progressive", "groin_suprapubic_pain")),
    "FX-16": col("energy_deficiency_or_missed_periods"),
    "FX-17": col("groin_pain_unable_to_bear_weight"),
    "FX-18": any_of("hop_test_painful", "local_bone_pain_on_impact") & col("groin_suprapubic_pain"),
    "FX-19": col("known_axial_spondyloarthritis")
    & any_of(
        "major_trauma",
        "spinal_contusion",
        "minor_trauma_lifting",
        "minor_trauma_bending",
        "minor_trauma_sneeze",
        "minor_trauma_fall",
        "trauma_extension",
        "sudden_onset_severe_pain",
    ),
    "FX-2": col("spinal_contusion"),
    "FX-20": col("known_axial_spondyloarthritis")
    & any_of(
        "major_trauma",
        "spinal_contusion",
        "minor_trauma_lifting",
        "minor_trauma_bending",
        "minor_trauma_sneeze",
        "minor_trauma_fall",
        "fall_history",
        "sudden_onset_severe_pain",
    )
    & any_of(
        "leg_weakness_new",
        "leg_weakness_progressive",
        "bilateral_leg_weakness",
        "foot_drop",
        "motor_grade_le3",
        "bilateral_leg_numbness",
        "bilateral_leg_paraesthesia",
        "widespread_leg_numbness_non_dermatomal",
        "unable_to_stand",
        "gait_disturbance",
        "upper_limb_weakness_new",
        "upper_limb_neuro_new",
    ),
    "FX-21": col("known_axial_spondyloarthritis")
    & any_of(
        "change_in_pain_character",
        "spinal_midline_tenderness",
        "spinal_percussion_tenderness",
        "new_hump",
        "fall_history",
    ),
    "FX-22": col("new_hump"),
    "FX-23": at_least(
        3,
        (col("age") >= 75),
        "low_back_pain_severe",
        "thoracic_pain",
        "osteoporosis_known",
        any_of(
            "minor_trauma_lifting", "minor_trauma_bending", "minor_trauma_sneeze", "minor_trauma_fall", "fall_history"
        ),
    )
    & ~(col("low_back_pain_chronic") | (col("duration_days") > 91)).fill_null(False),
    "FX-3": any_of("osteoporosis_known", "steroid_prolonged") & col("sudden_onset_severe_pain"),
    "FX-4": (
        (
            any_of("osteoporosis_known", "steroid_prolonged", "height_loss")
            | (col("age") >= 70)
            | (col("postmenopausal") & (col("age") >= 60))
            | (col("low_bmi") & (col("age") >= 50))
        )
        & any_of(
            "minor_trauma_lifting",
            "minor_trauma_bending",
            "minor_trauma_sneeze",
            "minor_trauma_fall",
            "sudden_onset_severe_pain",
            "gait_deterioration",
            "new_hump",
        )
    )
    | (any_of("postmenopausal", "low_bmi") & col("sudden_onset_severe_pain"))
    | (
        col("height_loss")
        & (
            any_of(
                "osteoporosis_known",
                "steroid_prolonged",
                "postmenopausal",
                "low_bmi",
                "thoracic_pain",
                "sudden_onset_severe_pain",
            )
            | (col("age") >= 70)
        )
    )
    | (col("osteoporosis_known") & any_of("spinal_midline_tenderness", "spinal_percussion_tenderness"))
    | (
        (col("osteoporosis_known") & any_of("low_back_pain_severe", "thoracic_pain"))
        & ~(col("low_back_pain_chronic") | (col("duration_days") > 91)).fill_null(False)
    )
    | (
        (col("osteoporosis_known") | (col("age") >= 70))
        & col("fall_history")
        & any_of(
            "low_back_pain_severe",
            "worsening_recent",
            "worsening_progressive",
            "spinal_midline_tenderness",
            "spinal_percussion_tenderness",
            "spinal_tenderness",
        )
    ),
    "FX-5": (col("age") > 70)
    & any_of("minor_trauma_lifting", "minor_trauma_bending", "minor_trauma_fall", "steroid_prolonged"),
    "FX-6": col("steroid_prolonged"),
    "FX-7": (
        col("postpartum") & any_of("sudden_onset_severe_pain", "height_loss", "thoracic_pain", "worsening_progressive")
    )
    | (
        col("pregnant")
        & (
            col("height_loss")
            | (
                any_of("thoracic_pain", "worsening_progressive")
                & any_of("low_back_pain_severe", "flexion_rom_severely_limited")
            )
        )
    ),
    "FX-8": (col("age") < 18) | any_of("adolescent", "age_under_18"),
    "FX-9": col("postpartum"),
    "GLU-1": col("glucose_mmol_l") < 3.9,
    "GLU-2": col("glucose_mmol_l") > 13.9,
    "GLU-3": col("glucose_mmol_l") > 16.7,
    "GLU-4": (col("glucose_mmol_l") > 13.9)
    & any_of("systemically_unwell", "thirst_or_confusion_new", "breathing_problem_new", "abdominal_pain_new"),
    "HED-1": col("headache_new"),
    "HED-2": col("severe_headache"),
    "INF-1": (
        any_of("fever", "fever_occasional", "rigors", "systemically_unwell", "sepsis_signs")
        & any_of(
            "leg_weakness_new",
            "leg_weakness_progressive",
            "bilateral_leg_weakness",
            "foot_drop",
            "motor_grade_le3",
            "bilateral_leg_numbness",
            "bilateral_leg_paraesthesia",
            "widespread_leg_numbness_non_dermatomal",
            "unable_to_stand",
        )
    )
    | (
        (col("night_sweats") & ~col("night_sweats_menopausal_or_explained").fill_null(False))
        & any_of(
            "leg_weakness_new",
            "leg_weakness_progressive",
            "bilateral_leg_weakness",
            "foot_drop",
            "motor_grade_le3",
            "bilateral_leg_numbness",
            "bilateral_leg_paraesthesia",
            "widespread_leg_numbness_non_dermatomal",
            "unable_to_stand",
        )
    ),
    "INF-10": any_of("diabetes", "immunosuppressed") & any_of("low_back_pain_severe", "worsening_recent"),
    "INF-11": any_of("recent_infection", "recent_invasive_procedure")
    & any_of("diabetes", "immunosuppressed", "iv_drug_use", "dialysis_or_kidney_disease")
    & any_of(
        "low_back_pain_severe",
        "worsening_recent",
        "worsening_progressive",
        "spinal_midline_tenderness",
        "spinal_percussion_tenderness",
        "spinal_tenderness",
    ),
    "INF-12": col("iv_drug_use") & ~(col("low_back_pain_chronic") | (col("duration_days") > 91)).fill_null(False),
    "INF-13": col("iv_drug_use"),
    "INF-14": (
        col("fever_occasional")
        & any_of(
            "acute",
            "worsening_recent",
            "low_back_pain_severe",
            "diabetes",
            "immunosuppressed",
            "immunosuppressed_possible",
            "recent_infection",
            "recent_invasive_procedure",
            "spinal_midline_tenderness",
            "spinal_percussion_tenderness",
            "spinal_tenderness",
        )
    )
    | (
        (col("night_sweats") & ~col("night_sweats_menopausal_or_explained").fill_null(False))
        & any_of(
            "diabetes",
            "immunosuppressed",
            "recent_infection",
            "recent_invasive_procedure",
            "spinal_midline_tenderness",
            "spinal_percussion_tenderness",
            "spinal_tenderness",
        )
    ),
    "INF-15": col("fever_occasional")
    | (
        (col("night_sweats") & ~col("night_sweats_menopausal_or_explained").fill_null(False))
        & any_of(
            "night_pain",
            "weight_loss_unexplained",
            "anorexia",
            "fatigue",
            "worsening_progressive",
            "failure_to_improve",
            "constant_nonmechanical_pain",
            "unpasteurised_dairy",
            "bone_pain_elsewhere",
            "raised_esr",
            "abnormal_bloods",
            "anaemia",
            "haemoptysis",
            "cancer_history",
            "thoracic_pain",
        )
    )
    | (col("unpasteurised_dairy") & any_of("fatigue", "anorexia", "weight_loss_unexplained", "worsening_progressive")),
    "INF-16": col("night_sweats") & ~col("night_sweats_menopausal_or_explained").fill_null(False),
    "INF-17": col("sepsis_signs"),
    "INF-18": any_of("fever", "rigors") & any_of("headache_new", "severe_headache"),
    "INF-2": any_of("fever", "rigors")
    & any_of(
        "iv_drug_use",
        "weight_loss_unexplained",
        "immunosuppressed",
        "diabetes",
        "recent_invasive_procedure",
        "dialysis_or_kidney_disease",
        "steroid_prolonged",
    ),
    "INF-3": any_of("fever", "rigors", "systemically_unwell"),
    "INF-4": any_of("recent_infection", "recent_invasive_procedure")
    & any_of(
        "diabetes",
        "low_back_pain_severe",
        "leg_weakness_progressive",
        "immunosuppressed",
        "worsening_recent",
        "night_pain",
        "spinal_midline_tenderness",
        "spinal_percussion_tenderness",
        "spinal_tenderness",
    ),
    "INF-5": any_of("recent_infection", "recent_invasive_procedure"),
    "INF-6": col("tb_endemic_region")
    & (
        any_of(
            "weight_loss_unexplained",
            "anorexia",
            "fever_occasional",
            "night_pain",
            "worsening_progressive",
            "new_hump",
            "spinal_midline_tenderness",
            "spinal_percussion_tenderness",
            "spinal_tenderness",
        )
        | (col("night_sweats") & ~col("night_sweats_menopausal_or_explained").fill_null(False))
    ),
    "INF-7": (
        col("immunosuppressed")
        & any_of(
            "worsening_recent",
            "worsening_progressive",
            "sudden_onset_severe_pain",
            "spinal_midline_tenderness",
            "spinal_percussion_tenderness",
            "spinal_tenderness",
        )
    )
    | (
        (col("immunosuppressed") & col("low_back_pain_severe"))
        & ~(col("low_back_pain_chronic") | (col("duration_days") > 91)).fill_null(False)
    )
    | (col("diabetes") & any_of("spinal_midline_tenderness", "spinal_percussion_tenderness", "spinal_tenderness"))
    | (
        (col("diabetes") & any_of("low_back_pain_severe", "worsening_recent", "sudden_onset_severe_pain"))
        & ~(
            any_of("minor_strain_history", "lifting_onset", "acute_onset_lifting", "low_back_pain_chronic")
            | (col("duration_days") > 91)
        ).fill_null(False)
    )
    | (
        (col("immunosuppressed_possible") & any_of("low_back_pain_severe", "worsening_recent"))
        & ~(col("low_back_pain_chronic") | (col("duration_days") > 91)).fill_null(False)
    ),
    "INF-8": any_of("leg_weakness_progressive", "bilateral_leg_weakness")
    & any_of("recent_invasive_procedure", "recent_infection", "iv_drug_use", "immunosuppressed", "diabetes"),
    "INF-9": col("iv_drug_use")
    & any_of(
        "low_back_pain_severe",
        "worsening_recent",
        "worsening_progressive",
        "night_pain",
        "sudden_onset_severe_pain",
        "acute",
        "constant_nonmechanical_pain",
        "spinal_midline_tenderness",
        "spinal_percussion_tenderness",
        "spinal_tenderness",
    ),
    "LSS-1": any_of("leg_pain_on_walking", "neurogenic_claudication_stable")
    | (
        col("leg_pain_on_standing")
        & (any_of("relieved_sitting", "bilateral_buttock_pain", "tingling") | (col("age") >= 50))
    )
    | at_least(
        3,
        "relieved_sitting",
        "tingling",
        "bilateral_buttock_pain",
        "worse_standing_walking",
        "bilateral_leg_heaviness",
        (col("age") >= 50),
    ),
    "LSS-2": col("leg_pain_on_walking") & col("cardiovascular_disease"),
    "MAL-1": (
        col("cancer_history")
        & any_of(
            "gait_disturbance",
            "gait_deterioration",
            "recurrent_falls",
            "bladder_change",
            "bowel_change",
            "upper_motor_neuron_signs",
            "widespread_leg_numbness_non_dermatomal",
            "leg_weakness_new",
            "leg_weakness_progressive",
            "bilateral_leg_weakness",
            "foot_drop",
            "motor_grade_le3",
            "bilateral_leg_numbness",
            "bilateral_leg_paraesthesia",
            "bilateral_radicular_pain_new",
            "unilateral_to_bilateral_leg_pain",
        )
    )
    & ~col("cancer_superficial_skin_only").fill_null(False),
    "MAL-10": (col("age") >= 50)
    & col("night_pain")
    & col("thoracic_pain")
    & any_of("spinal_midline_tenderness", "spinal_percussion_tenderness"),
    "MAL-11": col("cancer_history") & col("cancer_long_ago_discharged"),
    "MAL-12": any_of(
        "weight_loss_unexplained",
        "constant_nonmechanical_pain",
        "anaemia",
        "raised_esr",
        "abnormal_bloods",
        "band_like_pain",
        "anorexia",
        "bone_pain_elsewhere",
        "recurrent_infections",
        "atypical_hip_restriction",
        "worsening_progressive",
    ),
    "MAL-13": col("haemoptysis"),
    "MAL-14": at_least(
        2,
        "anaemia",
        "raised_esr",
        "abnormal_bloods",
        "recurrent_infections",
        "bone_pain_elsewhere",
        "vertebral_collapse_on_imaging",
    )
    | (
        any_of("anaemia", "raised_esr", "abnormal_bloods", "recurrent_infections", "bone_pain_elsewhere")
        & (
            (col("age") >= 60)
            | any_of(
                "night_pain",
                "constant_nonmechanical_pain",
                "worsening_progressive",
                "failure_to_improve",
                "transient_response_only",
                "thoracic_pain",
                "fatigue",
                "anorexia",
                "recent_infection",
                "thirst_or_confusion_new",
                "height_loss",
            )
        )
    ),
    "MAL-15": col("thirst_or_confusion_new")
    & any_of(
        "cancer_history",
        "anaemia",
        "bone_pain_elsewhere",
        "raised_esr",
        "abnormal_bloods",
        "constipation_new",
        "vertebral_collapse_on_imaging",
        "recurrent_infections",
    ),
    "MAL-16": col("thirst_or_confusion_new"),
    "MAL-17": col("raised_psa_unfollowed")
    & at_least(
        2,
        "night_pain",
        "thoracic_pain",
        "band_like_pain",
        "worsening_progressive",
        "constant_nonmechanical_pain",
        "weight_loss_unexplained",
        "spinal_midline_tenderness",
        "spinal_percussion_tenderness",
        "spinal_tenderness",
    ),
    "MAL-18": col("clustered_concerning_findings"),
    "MAL-2": (
        col("cancer_history")
        & any_of(
            "night_pain",
            "band_like_pain",
            "thoracic_pain",
            "worsening_progressive",
            "weight_loss_unexplained",
            "failure_to_improve",
            "vague_bilateral_leg_symptoms",
            "constant_nonmechanical_pain",
            "no_relief_lying",
            "sudden_onset_severe_pain",
            "bone_pain_elsewhere",
            "headache_new",
            "thirst_or_confusion_new",
            "spinal_midline_tenderness",
            "spinal_percussion_tenderness",
            "spinal_tenderness",
        )
    )
    & ~col("cancer_superficial_skin_only").fill_null(False),
    "MAL-3": col("cancer_history")
    & ~any_of("cancer_superficial_skin_only", "cancer_long_ago_discharged").fill_null(False),
    "MAL-4": col("weight_loss_unexplained")
    & any_of(
        "night_pain",
        "constant_nonmechanical_pain",
        "no_relief_lying",
        "worsening_progressive",
        "anorexia",
        "anaemia",
        "raised_esr",
        "abnormal_bloods",
        "band_like_pain",
        "atypical_hip_restriction",
        "bone_pain_elsewhere",
        "recurrent_infections",
        "failure_to_improve",
        "transient_response_only",
        "fatigue",
        "thoracic_pain",
        "smoker",
        "clustered_concerning_findings",
    ),
    "MAL-5": (col("age") >= 60) & col("weight_loss_unexplained"),
    "MAL-6": (col("age") >= 60)
    & (col("duration_days") >= 42)
    & any_of(
        "failure_to_improve",
        "worsening_progressive",
        "constant_nonmechanical_pain",
        "night_pain",
        "fatigue",
        "no_relief_lying",
        "band_like_pain",
        "change_in_pain_character",
    ),
    "MAL-7": at_least(
        3,
        "night_pain",
        "constant_nonmechanical_pain",
        "no_relief_lying",
        "worsening_progressive",
        "weight_loss_unexplained",
        "anorexia",
        "anaemia",
        "raised_esr",
        "abnormal_bloods",
        "band_like_pain",
        "atypical_hip_restriction",
        "bone_pain_elsewhere",
        "recurrent_infections",
        "failure_to_improve",
        "transient_response_only",
        "fatigue",
        "thoracic_pain",
        "smoker",
    )
    & any_of(
        "night_pain",
        "constant_nonmechanical_pain",
        "no_relief_lying",
        "worsening_progressive",
        "weight_loss_unexplained",
        "anorexia",
        "anaemia",
        "raised_esr",
        "abnormal_bloods",
        "band_like_pain",
        "atypical_hip_restriction",
        "bone_pain_elsewhere",
        "recurrent_infections",
    ),
    "MAL-8": (
        any_of("night_pain", "worsening_progressive")
        & any_of("atypical_hip_restriction", "clustered_concerning_findings")
    )
    | (col("worsening_progressive") & col("failure_to_improve"))
    | (
        (col("age") >= 50)
        & at_least(
            2,
            "night_pain",
            "constant_nonmechanical_pain",
            "no_relief_lying",
            "worsening_progressive",
            "weight_loss_unexplained",
            "anorexia",
            "anaemia",
            "raised_esr",
            "abnormal_bloods",
            "band_like_pain",
            "atypical_hip_restriction",
            "bone_pain_elsewhere",
            "recurrent_infections",
            "failure_to_improve",
            "fatigue",
        )
        & any_of(
            "night_pain",
            "constant_nonmechanical_pain",
            "no_relief_lying",
            "worsening_progressive",
            "weight_loss_unexplained",
            "anorexia",
            "anaemia",
            "raised_esr",
            "abnormal_bloods",
            "band_like_pain",
            "atypical_hip_restriction",
            "bone_pain_elsewhere",
            "recurrent_infections",
        )
    ),
    "MAL-9": any_of("raised_psa_unfollowed", "vertebral_collapse_on_imaging"),
    "MH-1": any_of("phq9_item9_ge1", "self_harm_disclosed"),
    "MH-2": col("plan_or_intent_to_self_harm"),
    "MH-3": col("phq9") >= 20,
    "NEU-1": (
        any_of("upper_motor_neuron_signs", "headache_new")
        & any_of(
            "leg_weakness_new",
            "gait_disturbance",
            "bilateral_leg_weakness",
            "leg_weakness_progressive",
            "upper_limb_neuro_new",
            "upper_limb_weakness_new",
        )
    )
    | (
        any_of("upper_limb_neuro_new", "upper_limb_weakness_new")
        & any_of("leg_weakness_new", "gait_disturbance", "bilateral_leg_weakness", "leg_weakness_progressive")
    ),
    "NEU-10": col("unable_to_stand") | (col("gait_disturbance") & col("recurrent_falls")),
    "NEU-11": any_of("thoracic_pain", "band_like_pain")
    & any_of(
        "gait_disturbance",
        "upper_motor_neuron_signs",
        "leg_weakness_new",
        "leg_weakness_progressive",
        "bilateral_leg_weakness",
        "bilateral_leg_numbness",
        "bilateral_leg_paraesthesia",
        "urinary_hesitancy",
        "urinary_difficulty",
        "widespread_leg_numbness_non_dermatomal",
    ),
    "NEU-12": col("widespread_leg_numbness_non_dermatomal"),
    "NEU-13": col("vague_bilateral_leg_symptoms") & ~col("neurogenic_claudication_stable").fill_null(False),
    "NEU-14": col("rapid_progression")
    & any_of(
        "leg_weakness_new",
        "leg_weakness_progressive",
        "bilateral_leg_weakness",
        "foot_drop",
        "motor_grade_le3",
        "dermatomal_sensory_loss",
        "widespread_leg_numbness_non_dermatomal",
        "tripping",
    ),
    "NEU-15": col("recurrent_falls"),
    "NEU-2": any_of("gait_disturbance", "recurrent_falls", "unable_to_stand")
    & (
        any_of("leg_weakness_progressive", "bilateral_leg_weakness")
        | (col("leg_weakness_new") & ~col("old_weakness_stable_known_to_clinician").fill_null(False))
    ),
    "NEU-3": col("leg_weakness_progressive")
    | (
        any_of("foot_drop", "foot_drop_mild", "motor_grade_le3", "leg_weakness_new")
        & ~any_of("old_weakness_stable_known_to_clinician", "stable_baseline_gt_14d_unchanged").fill_null(False)
    ),
    "NEU-4": any_of("tripping", "leg_weakness_uncertain")
    & ~any_of("old_weakness_stable_known_to_clinician", "stable_baseline_gt_14d_unchanged").fill_null(False),
    "NEU-5": any_of("upper_limb_neuro_new", "upper_limb_weakness_new"),
    "NEU-6": col("old_weakness_stable_known_to_clinician")
    & any_of(
        "foot_drop",
        "foot_drop_mild",
        "motor_grade_le3",
        "leg_weakness_new",
        "bilateral_leg_weakness",
        "tripping",
        "leg_weakness_uncertain",
        "gait_disturbance",
    ),
    "NEU-7": col("stable_baseline_gt_14d_unchanged")
    & any_of(
        "foot_drop", "foot_drop_mild", "motor_grade_le3", "leg_weakness_new", "tripping", "leg_weakness_uncertain"
    ),
    "NEU-8": col("upper_motor_neuron_signs"),
    "NEU-9": any_of("gait_disturbance", "gait_deterioration")
    & ~col("old_weakness_stable_known_to_clinician").fill_null(False),
    "PRE-1": any_of("cardiovascular_disease", "diabetes", "known_metabolic_disease", "dialysis_or_kidney_disease"),
    "PRE-2": any_of(
        "exertional_breathlessness",
        "unusual_fatigue_on_effort",
        "palpitations_unexplained",
        "ankle_swelling",
        "calf_pain_on_walking_cramping",
    ),
    "PRE-3": any_of("chest_discomfort_on_effort", "dizziness_or_faint_on_effort", "orthopnoea_or_night_breathlessness"),
    "PRE-4": col("heart_murmur_known"),
    "PRE-5": any_of("cardiovascular_disease", "dialysis_or_kidney_disease") & ~col("regular_exercise").fill_null(False),
    "PRG-1": (
        col("pregnant")
        & any_of(
            "vaginal_bleeding",
            "severe_headache",
            "chest_pain",
            "calf_swelling",
            "breathlessness_before_exertion",
            "syncope",
        )
    )
    | any_of("fluid_leak", "regular_contractions"),
    "PRG-2": col("reduced_fetal_movement")
    | (col("pregnant") & any_of("abdominal_pain_new", "dizziness"))
    | (
        col("pregnant")
        & any_of("abdominal_pain", "lower_quadrant_pain", "pelvic_pain")
        & any_of("sudden_onset_severe_pain", "severe_acute_pain")
    ),
    "PRG-3": col("pregnant") & any_of("sudden_onset_severe_pain", "abdominal_pain", "severe_acute_pain"),
    "PRG-4": any_of("pregnant", "postpartum") & any_of("fever", "rigors", "systemically_unwell", "sepsis_signs"),
    "PRG-5": col("pregnant")
    & (
        any_of("dysuria", "haematuria", "dark_offensive_urine")
        | (col("loin_pain") & any_of("low_back_pain_severe", "worsening_recent"))
    ),
    "PRG-6": col("postpartum")
    & any_of("calf_swelling", "severe_headache", "breathlessness_before_exertion", "syncope"),
    "PRG-7": col("pregnant") & ((col("systolic_mmhg") >= 140) | (col("diastolic_mmhg") >= 90)),
    "PRG-8": col("pregnant")
    & (
        ((col("systolic_mmhg") >= 160) | (col("diastolic_mmhg") >= 110))
        | (((col("systolic_mmhg") >= 140) | (col("diastolic_mmhg") >= 90)) & any_of("headache_new", "severe_headache"))
    ),
    "RAD-1": any_of(
        "radicular_pain_below_knee",
        "dermatomal_sensory_loss",
        "radicular_pain",
        "unilateral_leg_pain_below_knee",
        "unilateral_leg_pain_tingling",
        "reflex_loss",
        "ankle_reflex_absent",
        "slr_positive",
        "numbness_by_end_of_day",
    ),
    "RAD-2": any_of(
        "radicular_pain",
        "radicular_pain_below_knee",
        "unilateral_leg_pain_below_knee",
        "unilateral_leg_pain_tingling",
        "leg_radiation",
        "leg_pain",
    )
    & any_of("dermatomal_sensory_loss", "reflex_loss", "ankle_reflex_absent")
    & any_of("failure_to_improve", "worsening_progressive", "low_back_pain_chronic_worsening"),
    "RHA-1": (
        any_of("dark_urine_after_exertion", "dark_offensive_urine")
        & any_of("muscle_pain_severe_swollen", "extreme_effort_recent")
        & any_of(
            "leg_weakness_new",
            "bilateral_leg_weakness",
            "bilateral_leg_heaviness",
            "muscle_pain_severe_swollen",
            "systemically_unwell",
            "unable_to_stand",
            "thirst_or_confusion_new",
        )
    )
    | (
        col("dark_urine_after_exertion")
        & any_of(
            "leg_weakness_new",
            "bilateral_leg_weakness",
            "bilateral_leg_heaviness",
            "systemically_unwell",
            "unable_to_stand",
            "rapid_progression",
        )
    ),
    "RHA-2": col("dark_urine_after_exertion") | (col("extreme_effort_recent") & col("muscle_pain_severe_swollen")),
    "SPA-1": col("onset_lt45")
    & col("duration_gt3mo")
    & at_least(
        4,
        "onset_lt35",
        "night_waking_second_half",
        "buttock_pain",
        "improves_with_movement",
        "nsaid_response_48h",
        "fdr_spa",
        "arthritis",
        "enthesitis",
        "psoriasis",
    ),
    "SPA-2": col("onset_lt45")
    & col("duration_gt3mo")
    & at_least(
        3,
        "onset_lt35",
        "night_waking_second_half",
        "buttock_pain",
        "improves_with_movement",
        "nsaid_response_48h",
        "fdr_spa",
        "arthritis",
        "enthesitis",
        "psoriasis",
    ),
    "SPA-3": col("uveitis_acute"),
    "VAS-1": col("acute_cold_pale_leg")
    | (
        col("weak_foot_pulses")
        & any_of(
            "sudden_onset_severe_pain",
            "severe_acute_pain",
            "leg_pain_sudden_severe",
            "sudden_new_change",
            "rapid_progression",
            "leg_weakness_new",
            "leg_weakness_progressive",
            "bilateral_leg_weakness",
            "foot_drop",
            "motor_grade_le3",
            "bilateral_leg_numbness",
            "widespread_leg_numbness_non_dermatomal",
            "dermatomal_sensory_loss",
            "tingling",
        )
    )
    | (
        col("weak_foot_pulses")
        & (col("acute") | (col("duration_days") <= 14))
        & any_of(
            "leg_pain",
            "leg_pain_on_walking",
            "leg_radiation",
            "unilateral_leg_pain_below_knee",
            "unilateral_leg_pain_tingling",
            "radicular_pain",
            "radicular_pain_below_knee",
            "leg_discomfort",
        )
    )
    | (
        col("leg_pain_sudden_severe")
        & any_of("cardiovascular_disease", "widespread_leg_numbness_non_dermatomal", "leg_weakness_new")
    )
    | (
        col("sudden_onset_severe_pain")
        & col("cardiovascular_disease")
        & any_of("leg_pain", "leg_radiation", "unilateral_leg_pain_below_knee", "unilateral_leg_pain_tingling")
        & any_of("leg_weakness_new", "foot_drop", "dermatomal_sensory_loss", "widespread_leg_numbness_non_dermatomal")
    ),
    "VAS-2": col("weak_foot_pulses")
    & any_of("leg_pain_on_walking", "calf_pain_on_walking_cramping", "leg_pain", "leg_pain_on_standing", "night_pain"),
    "VAS-3": col("weak_foot_pulses"),
    "VAS-4": col("leg_pain_sudden_severe"),
    "VIS-1": any_of("abdominal_pain_new", "exercise_provokes_abdominal_pain"),
    "VIS-2": col("loin_pain")
    & any_of(
        "severe_acute_pain",
        "sudden_onset_severe_pain",
        "fever",
        "rigors",
        "haematuria",
        "dysuria",
        "dark_offensive_urine",
        "systemically_unwell",
    ),
    "VIS-3": any_of("lower_quadrant_pain", "pelvic_visceral_signs", "pelvic_pain")
    & any_of("sudden_onset_severe_pain", "severe_acute_pain", "syncope"),
    "VIS-4": col("cyclical_pain")
    | (any_of("groin_suprapubic_pain", "gynaecological_history") & col("failure_to_improve")),
    "VIS-5": col("haematuria") & (col("age") >= 45),
    "VIS-6": any_of(
        "loin_pain",
        "haematuria",
        "dysuria",
        "dark_offensive_urine",
        "pelvic_pain",
        "lower_quadrant_pain",
        "pelvic_visceral_signs",
        "abdominal_pain",
        "constipation_new",
    ),
    "VIS-7": any_of("dysuria", "dark_offensive_urine")
    & any_of("diabetes", "immunosuppressed", "worsening_recent", "low_back_pain_severe"),
}
